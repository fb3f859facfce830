import { forwardRef, type ReactNode } from 'react'
import { Modal } from '../dialog/Modal.tsx'
import { ModalFoot } from '../dialog/ModalFoot.tsx'
import { ModalHead } from '../dialog/ModalHead.tsx'
import type { ModalProps } from '../dialog/modal-props.ts'
import type { Slot } from '../element/slot.ts'
import { SheetGrip } from './SheetGrip.tsx'

/** A sheet over a narrow page. */
export interface SheetProps extends ModalProps {
  title: ReactNode
  /** Buttons before the close button. */
  actions?: Slot
  footer?: Slot
}

/** A dialog that slides in from the bottom. A strip of the page stays visible above it. */
export const Sheet = forwardRef<HTMLDivElement, SheetProps>(function Sheet(
  { title, actions, footer, children, ...modal },
  ref,
) {
  return (
    <Modal ref={ref} part="sheet" {...modal}>
      <SheetGrip />
      <ModalHead title={title} actions={actions} onClose={() => modal.onOpenChange(false)} />
      <div className="roster-sheet-body">{children}</div>
      {footer && <ModalFoot>{footer}</ModalFoot>}
    </Modal>
  )
})
