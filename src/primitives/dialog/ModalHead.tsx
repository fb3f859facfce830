import type { ReactNode } from 'react'
import { dialogMessages } from '../../messages/dialog.ts'
import type { Slot } from '../element/slot.ts'
import { IconButton } from '../icon-button/IconButton.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { ModalTitle } from './ModalTitle.tsx'

interface ModalHeadProps {
  title: ReactNode
  /** Buttons before the close button. */
  actions?: Slot
  /** Omit it and the close button isn't rendered. */
  onClose?: () => void
}

/** The row with a modal's title and its close button. */
export function ModalHead({ title, actions, onClose }: ModalHeadProps) {
  const t = useMessages(dialogMessages)
  return (
    <div className="roster-dialog-head">
      <ModalTitle>{title}</ModalTitle>
      {actions}
      {onClose && <IconButton className="roster-dialog-close" icon="x" label={t.close} onClick={onClose} />}
    </div>
  )
}
