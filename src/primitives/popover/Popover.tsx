import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useRef,
  useState,
} from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import type { Placement } from './place-popover.ts'
import { usePopover } from './usePopover.ts'

/** What the opener of a popover wears: spread it on a button. */
export interface PopoverTriggerProps {
  ref: RefObject<HTMLButtonElement | null>
  'aria-haspopup': 'dialog'
  'aria-expanded': boolean
  'aria-controls': string | undefined
  'data-open': '' | undefined
  onClick: () => void
}

/** A popover with anything in it. */
export interface PopoverProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, Placement {
  /** Its name for screen readers. */
  label: string
  /** Draws the opener. */
  trigger: (props: PopoverTriggerProps) => ReactNode
  /** Drawn while it is open; `close` closes it and gives the focus back. */
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button and what it opens below itself: a small dialog that a click elsewhere or Escape closes. */
export const Popover = forwardRef<HTMLDivElement, PopoverProps>(function Popover(
  { label, trigger, children, side, align, fit, className, ...rest },
  ref,
) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  const id = useId()
  const popover = usePopover<HTMLDivElement>({
    open,
    onClose: () => setOpen(false),
    anchor,
    side,
    align,
    fit,
  })
  const close = () => {
    setOpen(false)
    anchor.current?.focus()
  }

  return (
    <>
      {trigger({
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        'data-open': open ? '' : undefined,
        onClick: () => setOpen(!open),
      })}
      <div
        ref={useMergedRef(popover, ref)}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={classNames('roster-popover', className)}
        {...mergeProps(rest, {
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            event.stopPropagation()
            close()
          },
        })}
      >
        {open && (typeof children === 'function' ? children(close) : children)}
      </div>
    </>
  )
})
