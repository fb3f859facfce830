import { forwardRef } from 'react'
import { dialogMessages } from '../../messages/dialog.ts'
import { Portal } from '../roster-ui/Portal.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNotices } from '../roster-ui/useNotices.ts'
import type { ModalLayerProps } from './modal-props.ts'
import { useModalLayer } from './useModalLayer.ts'

/** The base of dialogs and sheets. What it is drawn on is loaded later: no first paint needs it. */
export const Modal = forwardRef<HTMLDivElement, ModalLayerProps>(function Modal(
  { open, onOpenChange, ...rest },
  ref,
) {
  const t = useMessages(dialogMessages)
  const { toast } = useNotices()
  const Layer = useModalLayer(open, () => {
    onOpenChange(false)
    toast({ text: t.loadFailed, tone: 'failed' })
  })
  if (!open || !Layer) return null
  return (
    <Portal>
      <Layer ref={ref} onOpenChange={onOpenChange} {...rest} />
    </Portal>
  )
})
