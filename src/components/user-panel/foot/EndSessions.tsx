import { useState } from 'react'
import type { User } from '../../../contract/users.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { ConfirmDialog } from '../../../primitives/confirm-dialog/ConfirmDialog.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { userName } from '../../wording/user-name.ts'
import type { SessionsEndGroup } from './sessions-end-group.ts'

interface EndSessionsProps {
  user: User
  isViewer: boolean
  sessionsEnd: SessionsEndGroup
}

/** Ends the user's sessions after a confirmation. For the viewer, the current session stays. */
export function EndSessions({ user, isViewer, sessionsEnd }: EndSessionsProps) {
  const t = useMessages(userPanelMessages).endSessions
  const users = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="quiet"
        icon="logout"
        pending={sessionsEnd.status === 'saving'}
        reason={reasonSentence(reasons, user.actions.endSessions)}
        onClick={() => setAsking(true)}
      >
        {isViewer ? t.ownAction : t.action}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={isViewer ? t.ownTitle : t.title({ name: userName(user, users) })}
        text={isViewer ? t.ownText : t.text}
        confirmLabel={isViewer ? t.ownAction : t.action}
        onConfirm={() => {
          setAsking(false)
          void sessionsEnd.end()
        }}
      />
    </>
  )
}
