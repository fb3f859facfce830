import type { ReactNode } from 'react'
import { ModalText } from './ModalText.tsx'

interface ModalBodyProps {
  /** The sentence below the title. */
  text: ReactNode
  children: ReactNode
}

/** The content of a dialog, which scrolls. */
export const ModalBody = ({ text, children }: ModalBodyProps) => (
  <div className="roster-dialog-body" data-form={text ? undefined : ''}>
    {text && <ModalText>{text}</ModalText>}
    <div className="roster-dialog-content">{children}</div>
  </div>
)
