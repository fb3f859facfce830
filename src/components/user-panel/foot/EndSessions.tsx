import { useState } from 'react'
import type { User } from '../../../contract/users.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { ConfirmDialog } from '../../../primitives/confirm-dialog/ConfirmDialog.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { userName } from '../../wording/user-name.ts'

interface EndSessionsProps {
  user: User
  isViewer: boolean
  isPending: boolean
  onEndSessions: () => void
}

/** Ends the user's sessions, after a question; one's own session stays. */
export function EndSessions({ user, isViewer, isPending, onEndSessions }: EndSessionsProps) {
  const t = useMessages(userPanelMessages).endSessions
  const users = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="quiet"
        icon="logout"
        pending={isPending}
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
          onEndSessions()
        }}
      />
    </>
  )
}
