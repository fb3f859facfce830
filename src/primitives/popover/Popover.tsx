import { type ComponentPropsWithoutRef, forwardRef, type ReactElement, type ReactNode } from 'react'
import { PopupSurface } from '../popup/PopupSurface.tsx'
import type { Placement } from '../popup/place-popup.ts'
import { type PopupTriggerProps, usePopup } from '../popup/usePopup.ts'

/** Props of {@link Popover}. */
export interface PopoverProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, Placement {
  /** Its name for screen readers. */
  label: string
  /** What it is about, if its elements are reused: a row of a table. A popover about one thing isn't open for another. */
  subject?: string
  /** Renders the button that opens it; spread the props on it. */
  trigger: (props: PopupTriggerProps) => ReactElement | null
  /** Rendered while it is open. `close` closes it and returns the focus. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button and a small dialog below it, which a click elsewhere or Escape closes. */
export const Popover = forwardRef<HTMLDivElement, PopoverProps>(function Popover(
  { label, subject, trigger, children, side, align, fit, ...rest },
  ref,
) {
  const popup = usePopup({ role: 'dialog', subject, side, align, fit })
  return (
    <>
      {trigger(popup.trigger)}
      <PopupSurface ref={ref} label={label} popup={popup} {...rest}>
        {typeof children === 'function' ? children(popup.close) : children}
      </PopupSurface>
    </>
  )
})
