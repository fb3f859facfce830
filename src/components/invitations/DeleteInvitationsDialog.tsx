import { forwardRef } from 'react'
import type { Invitation } from '../../contract/invitations.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { ConfirmDialog } from '../../primitives/confirm-dialog/ConfirmDialog.tsx'
import type { ModalProps } from '../../primitives/dialog/modal-props.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Props of {@link DeleteInvitationsDialog}. */
export interface DeleteInvitationsDialogProps extends Omit<ModalProps, 'children'> {
  /** How many invitations are deleted. */
  count: number
  /** The invitations that are loaded. The first ones are listed. */
  invitations: readonly Invitation[]
  onConfirm: () => void
  /** Whether they are being deleted. @default false */
  pending?: boolean
}

const mostListed = 5

/**
 * Asks for confirmation before invitations are deleted. It lists them, and says that their links stop working
 * immediately.
 */
export const DeleteInvitationsDialog = forwardRef<HTMLDivElement, DeleteInvitationsDialogProps>(
  function DeleteInvitationsDialog({ count, invitations, ...dialog }, ref) {
    const t = useMessages(invitationsMessages).ask
    const listed = invitations.slice(0, mostListed)
    const queued = invitations.filter(({ delivery }) => delivery?.state === 'queued').length
    return (
      <ConfirmDialog
        ref={ref}
        title={t.title({ count })}
        text={t.text}
        confirmLabel={t.confirm({ count })}
        {...dialog}
      >
        <ul className="roster-invitation-list">
          {listed.map(({ id, email }) => (
            <li key={id} dir="ltr">
              {email}
            </li>
          ))}
          {count > listed.length && <li>{t.more({ count: count - listed.length })}</li>}
          {queued > 0 && <li>{t.queued({ count: queued })}</li>}
        </ul>
      </ConfirmDialog>
    )
  },
)
