import type { ReactNode } from 'react'

interface ModalFootProps {
  /** At its start: progress, a count. */
  note?: ReactNode
  children: ReactNode
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
