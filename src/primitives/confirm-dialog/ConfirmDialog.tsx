import { forwardRef, type ReactNode, useRef } from 'react'
import { dialogMessages } from '../../messages/dialog.ts'
import { Button } from '../button/Button.tsx'
import { Modal, type ModalProps } from '../dialog/Modal.tsx'
import { ModalText } from '../dialog/ModalText.tsx'
import { ModalTitle } from '../dialog/ModalTitle.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'

/** A question before something that matters. */
export interface ConfirmDialogProps extends ModalProps {
  /** The question: "Delete 3 users?" */
  title: ReactNode
  /** What happens, in plain words. */
  text: ReactNode
  /** What the button does: "Delete 3 users". */
  confirmLabel: string
  onConfirm: () => void
  /** @default 'Cancel' */
  cancelLabel?: string
  /** @default 'danger' */
  tone?: 'danger' | 'primary'
  /** It is being done. @default false */
  pending?: boolean
  /** Why it can't be confirmed yet. */
  reason?: string
  /** At the start of the foot: progress, a count. */
  note?: ReactNode
}

/** An alert dialog: Cancel has focus, Escape cancels, a click outside does nothing. It closes by `open` alone. */
export const ConfirmDialog = forwardRef<HTMLDivElement, ConfirmDialogProps>(function ConfirmDialog(
  {
    title,
    text,
    confirmLabel,
    onConfirm,
    cancelLabel,
    tone = 'danger',
    pending = false,
    reason,
    note,
    children,
    ...modal
  },
  ref,
) {
  const t = useMessages(dialogMessages)
  const cancel = useRef<HTMLButtonElement>(null)
  return (
    <Modal
      ref={ref}
      part="dialog"
      role="alertdialog"
      described
      lightDismiss={false}
      initialFocus={cancel}
      {...modal}
    >
      <div className="roster-dialog-head">
        <ModalTitle>{title}</ModalTitle>
      </div>
      <div className="roster-dialog-body">
        <ModalText>{text}</ModalText>
        {children}
      </div>
      <div className="roster-dialog-foot">
        {note && (
          <span className="roster-dialog-note">
            <bdi>{note}</bdi>
          </span>
        )}
        <Button ref={cancel} onClick={() => modal.onOpenChange(false)}>
          {cancelLabel ?? t.cancel}
        </Button>
        <Button variant={tone} pending={pending} reason={reason} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  )
})
