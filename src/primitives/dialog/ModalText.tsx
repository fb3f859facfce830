import * as Radix from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'

/** The sentence under the title, which describes the layer. */
export function ModalText({ children }: { children: ReactNode }) {
  return <Radix.Description className="roster-dialog-text">{children}</Radix.Description>
}
