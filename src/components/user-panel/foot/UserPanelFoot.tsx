import type { User } from '../../../contract/users.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { SaveFailure } from '../section/SaveFailure.tsx'
import { idle, type SaveState } from '../section/save-state.ts'
import { EndSessions } from './EndSessions.tsx'

/** What may be done to the user as a whole. */
export interface UserPanelActions {
  sessionsState?: SaveState | undefined
  /** Ends the user's sessions; the panel has asked before. */
  onEndSessions?: (() => void) | undefined
  /** Asks whether to delete the user. */
  onDeleteUser?: ((user: User) => void) | undefined
}

interface UserPanelFootProps extends UserPanelActions {
  user: User
  isViewer: boolean
}

/** Stays at the foot while the rest scrolls. */
export function UserPanelFoot(props: UserPanelFootProps) {
  const { user, isViewer, sessionsState = idle, onEndSessions, onDeleteUser } = props
  const t = useMessages(userPanelMessages)
  const reasons = useMessages(reasonsMessages)
  if (!onEndSessions && !onDeleteUser) return null
  return (
    <div className="roster-panel-foot">
      <SaveFailure state={sessionsState} />
      <p role="status" className="roster-panel-done">
        {sessionsState.status === 'saved' && (
          <>
            <Icon name="check" size="small" />
            {isViewer ? t.endSessions.ownDone : t.endSessions.done}
          </>
        )}
      </p>
      {onEndSessions && (
        <EndSessions
          user={user}
          isViewer={isViewer}
          isPending={sessionsState.status === 'saving'}
          onEndSessions={onEndSessions}
        />
      )}
      {onDeleteUser && (
        <Button
          variant="danger-quiet"
          icon="trash"
          reason={reasonSentence(reasons, user.actions.delete)}
          onClick={() => onDeleteUser(user)}
        >
          {t.delete}
        </Button>
      )}
    </div>
  )
}
