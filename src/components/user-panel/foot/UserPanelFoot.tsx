import type { User } from '../../../contract/users.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { Icon } from '../../../primitives/icon/Icon.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { userName } from '../../wording/user-name.ts'
import { SaveFailure } from '../section/SaveFailure.tsx'
import { ConfirmedAct } from './ConfirmedAct.tsx'
import type { SessionsEndGroup } from './sessions-end-group.ts'

/** Acts on the user as a whole. */
export interface UserPanelActions {
  /** Ends the user's sessions. Without it there is no *Sign out everywhere*. */
  sessionsEnd?: SessionsEndGroup | undefined
  /** Called when *Delete user* is pressed, before any confirmation. Omit it and the button isn't rendered. */
  onDeleteUser?: ((user: User) => void) | undefined
}

type EveryAction = { [Name in keyof Required<UserPanelActions>]: UserPanelActions[Name] }

/** Divides props into the actions of the foot and the rest. */
export function takeActions<Props extends UserPanelActions>(props: Props) {
  const { sessionsEnd, onDeleteUser, ...rest } = props
  const actions: EveryAction = { sessionsEnd, onDeleteUser }
  return { actions, rest }
}

interface UserPanelFootProps extends UserPanelActions {
  user: User
  isViewer: boolean
}

/** The actions at the foot of the panel, which stay in view while the rest scrolls. */
export function UserPanelFoot({ user, isViewer, sessionsEnd, onDeleteUser }: UserPanelFootProps) {
  const t = useMessages(userPanelMessages)
  const users = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  if (!sessionsEnd && !onDeleteUser) return null
  return (
    <div className="roster-panel-foot">
      <SaveFailure change={sessionsEnd} />
      <p role="status" className="roster-panel-done">
        {sessionsEnd?.status === 'saved' && (
          <>
            <Icon name="check" size="small" />
            <span>{isViewer ? t.endSessions.ownDone : t.endSessions.done}</span>
          </>
        )}
      </p>
      {sessionsEnd && (
        <ConfirmedAct
          icon="logout"
          label={isViewer ? t.endSessions.ownAction : t.endSessions.action}
          title={isViewer ? t.endSessions.ownTitle : t.endSessions.title({ name: userName(user, users) })}
          text={isViewer ? t.endSessions.ownText : t.endSessions.text}
          reason={reasonSentence(reasons, user.actions.endSessions)}
          pending={sessionsEnd.status === 'saving'}
          onConfirm={() => sessionsEnd.end()}
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
