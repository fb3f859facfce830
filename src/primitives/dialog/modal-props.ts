import type { ComponentPropsWithoutRef, RefObject } from 'react'

/** Props of every dialog and sheet. */
export interface ModalProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'part'> {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What has focus first. @default the first control that isn't the close button */
  initialFocus?: RefObject<HTMLElement | null>
  /** What has focus afterwards if the opener is gone. @default the opener */
  returnFocus?: () => HTMLElement | null
}

/** What each kind of modal decides. */
export interface ModalLayerProps extends ModalProps {
  /** The part's class, without its prefix. */
  part: 'dialog' | 'sheet'
  /** Whether a click outside closes it. @default true */
  lightDismiss?: boolean
}
