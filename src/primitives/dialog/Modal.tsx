import { forwardRef } from 'react'
import { Boundary } from '../boundary/Boundary.tsx'
import { useLater } from '../later/useLater.ts'
import { usePreload } from '../later/usePreload.ts'
import { Portal } from '../roster-ui/Portal.tsx'
import { ModalFailed } from './ModalFailed.tsx'
import { modalLayer } from './modal-layer.ts'
import type { ModalLayerProps } from './modal-props.ts'

/** The base of dialogs and sheets. Its layer is loaded later, and a failure stays inside it. */
export const Modal = forwardRef<HTMLDivElement, ModalLayerProps>(function Modal({ open, ...rest }, ref) {
  usePreload(modalLayer)
  if (!open) return null
  return (
    <Boundary
      name="dialog"
      fallback={(failure) => <ModalFailed failure={failure} onClose={() => rest.onOpenChange(false)} />}
    >
      <OpenModal ref={ref} {...rest} />
    </Boundary>
  )
})

const OpenModal = forwardRef<HTMLDivElement, Omit<ModalLayerProps, 'open'>>(function OpenModal(props, ref) {
  const Layer = useLater(modalLayer)
  return (
    Layer && (
      <Portal>
        <Layer ref={ref} {...props} />
      </Portal>
    )
  )
})
