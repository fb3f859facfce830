import { type ReactNode, useContext } from 'react'
import { ModalParts } from './ModalParts.ts'

/** The sentence below the title, which is also the modal's accessible description. */
export function ModalText({ children }: { children: ReactNode }) {
  const { Description } = useContext(ModalParts)
  return <Description className="roster-dialog-text">{children}</Description>
}
