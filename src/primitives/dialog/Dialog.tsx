import { forwardRef, type ReactNode } from 'react'
import type { Slot } from '../element/slot.ts'
import { Modal } from './Modal.tsx'
import { ModalBody } from './ModalBody.tsx'
import { ModalFoot } from './ModalFoot.tsx'
import { ModalHead } from './ModalHead.tsx'
import type { ModalProps } from './modal-props.ts'

/** A dialog with a title, a body and buttons. */
export interface DialogProps extends ModalProps {
  title: ReactNode
  /** A sentence below the title. */
  text?: ReactNode
  /** The width: 360, 480 or 600 px. In a narrow window it is a sheet at the bottom. @default 'medium' */
  size?: 'narrow' | 'medium' | 'wide'
  /** The buttons, the safe one first. */
  footer?: Slot
}

/** A window over the page, closed by its close button, Escape or a click outside. */
export const Dialog = forwardRef<HTMLDivElement, DialogProps>(function Dialog(
  { title, text, size = 'medium', footer, children, ...modal },
  ref,
) {
  return (
    <Modal ref={ref} part="dialog" data-size={size} {...modal}>
      <ModalHead title={title} onClose={() => modal.onOpenChange(false)} />
      <ModalBody text={text}>{children}</ModalBody>
      {footer && <ModalFoot>{footer}</ModalFoot>}
    </Modal>
  )
})
