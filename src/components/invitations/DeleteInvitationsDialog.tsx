import { forwardRef } from 'react'
import type { Invitation } from '../../contract/invitations.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ConfirmRun } from '../selection-run/ConfirmRun.tsx'
import type { ConfirmRunProps } from '../selection-run/confirm-run-props.ts'

/** Props of {@link DeleteInvitationsDialog}. */
export interface DeleteInvitationsDialogProps extends ConfirmRunProps {
  /** The invitations that are loaded: their roles are shown, and how many of their emails are still queued. */
  invitations?: readonly Invitation[]
}

const nothing: readonly Invitation[] = []

/**
 * Asks before invitations are deleted. It lists them, and says that their links stop working at once. *Cancel* has the
 * focus.
 */
export const DeleteInvitationsDialog = forwardRef<HTMLDivElement, DeleteInvitationsDialogProps>(
  function DeleteInvitationsDialog({ invitations = nothing, ...dialog }, ref) {
    const t = useMessages(selectionRunMessages).invitations.delete
    const count = dialog.run.selection?.allowed ?? 0
    const queued = invitations.filter(
      ({ delivery, actions }) => delivery?.state === 'queued' && actions.delete.allowed,
    )
    return (
      <ConfirmRun
        ref={ref}
        tone="danger"
        title={count === 0 ? t.askUncounted : t.ask({ count })}
        text={t.text}
        confirmLabel={count === 0 ? t.confirmUncounted : t.confirm({ count })}
        endOf={(id) => invitations.find((invitation) => invitation.id === id)?.role.name}
        impact={[{ kind: 'queued_emails', count: queued.length }]}
        {...dialog}
      />
    )
  },
)
