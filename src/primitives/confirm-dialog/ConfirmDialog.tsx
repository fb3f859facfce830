import { forwardRef, type ReactNode, useRef } from 'react'
import { dialogMessages } from '../../messages/dialog.ts'
import { Button } from '../button/Button.tsx'
import { Modal } from '../dialog/Modal.tsx'
import { ModalBody } from '../dialog/ModalBody.tsx'
import { ModalFoot } from '../dialog/ModalFoot.tsx'
import { ModalHead } from '../dialog/ModalHead.tsx'
import type { ModalProps } from '../dialog/modal-props.ts'
import { useOncePerTurn } from '../element/useOncePerTurn.ts'
import { useMessages } from '../roster-ui/useMessages.ts'

/** Props of {@link ConfirmDialog}. */
export interface ConfirmDialogProps extends ModalProps {
  /** The question, such as "Delete 3 users?". */
  title: ReactNode
  /** What happens, in plain words. */
  text: ReactNode
  /** The label of the button that confirms, such as "Delete 3 users". */
  confirmLabel: string
  /** Called by the button that confirms, once for each press. It doesn't close the dialog. */
  onConfirm: () => void
  /** @default 'Cancel' */
  cancelLabel?: string
  /** @default 'danger' */
  tone?: 'danger' | 'primary'
  /** Whether the action is running. @default false */
  pending?: boolean
  /** Why it can't be confirmed yet. */
  reason?: string
  /** Rendered at the start of the row of buttons, such as a progress or a count. */
  note?: ReactNode
}

/**
 * An alert dialog. *Cancel* has the focus, Escape cancels, and a click outside does nothing. It is open until `open` is
 * false.
 */
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
  const confirm = useOncePerTurn(onConfirm)
  return (
    <Modal ref={ref} part="dialog" role="alertdialog" lightDismiss={false} initialFocus={cancel} {...modal}>
      <ModalHead title={title} />
      <ModalBody text={text}>{children}</ModalBody>
      <ModalFoot note={note}>
        <Button ref={cancel} onClick={() => modal.onOpenChange(false)}>
          {cancelLabel ?? t.cancel}
        </Button>
        <Button variant={tone} pending={pending} reason={reason} onClick={() => confirm()}>
          {confirmLabel}
        </Button>
      </ModalFoot>
    </Modal>
  )
})
