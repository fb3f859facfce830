import * as Radix from '@radix-ui/react-dialog'
import { type ComponentPropsWithoutRef, forwardRef, type RefObject } from 'react'
import { Portal } from '../roster-ui/Portal.tsx'
import { ModalLayer, type ModalLayerProps } from './ModalLayer.tsx'

/** What every modal layer takes. */
export interface ModalProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'part'> {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What has focus first. @default the first control that isn't the close button */
  initialFocus?: RefObject<HTMLElement | null>
  /** What has focus afterwards, where the opener is gone. @default the opener */
  returnFocus?: () => HTMLElement | null
}

/** The ground of dialogs: scrim, inertness, Tab loop, Escape, focus there and back; in light and shadow DOM. */
export const Modal = forwardRef<HTMLDivElement, ModalLayerProps>(function Modal(
  { open, onOpenChange, ...rest },
  ref,
) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      {open && (
        <Portal>
          <ModalLayer ref={ref} onOpenChange={onOpenChange} {...rest} />
        </Portal>
      )}
    </Radix.Root>
  )
})
