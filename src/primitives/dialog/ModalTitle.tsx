import * as Radix from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'

/** The title of a modal layer, and its name. */
export function ModalTitle({ children }: { children: ReactNode }) {
  return <Radix.Title className="roster-dialog-title">{children}</Radix.Title>
}
