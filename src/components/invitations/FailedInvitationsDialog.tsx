import { forwardRef } from 'react'
import type { FailedRow } from '../../contract/selections.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { ConfirmDialog } from '../../primitives/confirm-dialog/ConfirmDialog.tsx'
import type { ModalProps } from '../../primitives/dialog/modal-props.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../wording/useFailureSentence.ts'

/** Props of {@link FailedInvitationsDialog}. */
export interface FailedInvitationsDialogProps extends Omit<ModalProps, 'children'> {
  kind: 'delete' | 'resend'
  rows: readonly FailedRow[]
  /** Called by *Try again*. */
  onRetry: () => void
}

/** The invitations that weren't deleted or sent, each with its reason, and *Try again*. */
export const FailedInvitationsDialog = forwardRef<HTMLDivElement, FailedInvitationsDialogProps>(
  function FailedInvitationsDialog({ kind, rows, onRetry, ...dialog }, ref) {
    const t = useMessages(invitationsMessages).failed
    const sentence = useFailureSentence()
    return (
      <ConfirmDialog
        ref={ref}
        tone="primary"
        title={t[kind]({ count: rows.length })}
        text={t.text}
        confirmLabel={t.retry}
        cancelLabel={t.close}
        onConfirm={onRetry}
        {...dialog}
      >
        <ul className="roster-invitation-list">
          {rows.map((row) => (
            <li key={row.id}>
              <div dir="ltr">{row.name}</div>
              <div>{sentence(row)}</div>
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    )
  },
)
