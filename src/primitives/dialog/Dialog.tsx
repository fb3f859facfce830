import { forwardRef, type ReactNode } from 'react'
import { dialogMessages } from '../../messages/dialog.ts'
import { IconButton } from '../icon-button/IconButton.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { Modal, type ModalProps } from './Modal.tsx'
import { ModalText } from './ModalText.tsx'
import { ModalTitle } from './ModalTitle.tsx'

/** A dialog with a head, a body and a foot. */
export interface DialogProps extends ModalProps {
  title: ReactNode
  /** A sentence under the title. */
  text?: ReactNode
  /** 360, 480 or 600 px; a sheet from the bottom where it is narrow. @default 'medium' */
  size?: 'narrow' | 'medium' | 'wide'
  /** The buttons, the safe one first. */
  footer?: ReactNode
}

/** A window over the page, closed by its cross, Escape or a click outside. */
export const Dialog = forwardRef<HTMLDivElement, DialogProps>(function Dialog(
  { title, text, size = 'medium', footer, children, ...modal },
  ref,
) {
  const t = useMessages(dialogMessages)
  return (
    <Modal ref={ref} part="dialog" described={Boolean(text)} data-size={size} {...modal}>
      <div className="roster-dialog-head">
        <ModalTitle>{title}</ModalTitle>
        <IconButton
          className="roster-dialog-close"
          icon="x"
          label={t.close}
          onClick={() => modal.onOpenChange(false)}
        />
      </div>
      <div className="roster-dialog-body" data-form={text ? undefined : ''}>
        {text && <ModalText>{text}</ModalText>}
        {children}
      </div>
      {footer && <div className="roster-dialog-foot">{footer}</div>}
    </Modal>
  )
})
