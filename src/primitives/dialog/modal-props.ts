import type { ComponentPropsWithoutRef, RefObject } from 'react'

/** Props of every dialog and sheet. */
export interface ModalProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'part'> {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The element that gets the focus first. @default the first control that isn't the close button */
  initialFocus?: RefObject<HTMLElement | null>
  /**
   * Returns the element that gets the focus after closing. Receives the opener, the element that had the focus before,
   * which may have been removed. @default the opener
   */
  returnFocus?: (opener: HTMLElement | null) => HTMLElement | null
}

/** The props that depend on the kind of modal. */
export interface ModalLayerProps extends ModalProps {
  /** The part's class, without its prefix. */
  part: 'dialog' | 'sheet'
  /** Whether a click outside closes it. @default true */
  lightDismiss?: boolean
}
