import { forwardRef, type ReactNode } from 'react'
import { dialogMessages } from '../../messages/dialog.ts'
import { Modal, type ModalProps } from '../dialog/Modal.tsx'
import { ModalTitle } from '../dialog/ModalTitle.tsx'
import { IconButton } from '../icon-button/IconButton.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'

/** A sheet over a narrow page. */
export interface SheetProps extends ModalProps {
  title: ReactNode
  /** Buttons before the cross. */
  actions?: ReactNode
  footer?: ReactNode
}

/** Comes from the bottom and leaves a strip of the page above itself. */
export const Sheet = forwardRef<HTMLDivElement, SheetProps>(function Sheet(
  { title, actions, footer, children, ...modal },
  ref,
) {
  const t = useMessages(dialogMessages)
  return (
    <Modal ref={ref} part="sheet" described={false} {...modal}>
      <span className="roster-sheet-grip" aria-hidden="true" />
      <div className="roster-dialog-head">
        <ModalTitle>{title}</ModalTitle>
        {actions}
        <IconButton
          className="roster-dialog-close"
          icon="x"
          label={t.close}
          onClick={() => modal.onOpenChange(false)}
        />
      </div>
      <div className="roster-sheet-body">{children}</div>
      {footer && <div className="roster-dialog-foot">{footer}</div>}
    </Modal>
  )
})
