import type { ReactNode } from 'react'
import type { Slot } from '../element/slot.ts'

interface ModalFootProps {
  /** Rendered at its start, such as a progress or a count. */
  note?: ReactNode
  children: Slot | Slot[]
}

/** The row of a modal's buttons. */
export const ModalFoot = ({ note, children }: ModalFootProps) => (
  <div className="roster-dialog-foot">
    {note && (
      <span className="roster-dialog-note">
        <bdi>{note}</bdi>
      </span>
    )}
    {children}
  </div>
)
