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
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import type { Placement } from '../popover/place-popover.ts'
import { usePopover } from '../popover/usePopover.ts'
import { MenuContext } from './MenuContext.ts'
import { menuItems, moveInMenu } from './move-in-menu.ts'

/** What the opener of a menu wears: spread it on a `Button` or an `IconButton`. */
export interface MenuTriggerProps {
  ref: RefObject<HTMLButtonElement | null>
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
  'aria-controls': string | undefined
  'data-open': '' | undefined
  onClick: () => void
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void
}

/** A menu of actions and choices. */
export interface MenuProps extends ComponentPropsWithoutRef<'div'>, Placement {
  /** Its name for screen readers. */
  label: string
  /** Draws the opener. */
  trigger: (props: MenuTriggerProps) => ReactNode
  /** `MenuItem`, `MenuCheckboxItem`, `MenuSegments`, `MenuTitle`, `MenuRule`. */
  children: ReactNode
}

/** A button and its menu, by the ARIA pattern: arrows, first letters, Escape, Tab. */
export const Menu = forwardRef<HTMLDivElement, MenuProps>(function Menu(
  { label, trigger, side, align, fit, className, children, ...rest },
  ref,
) {
  const [open, setOpen] = useState<false | 'first' | 'last'>(false)
  const anchor = useRef<HTMLButtonElement>(null)
  const id = useId()
  const popover = usePopover<HTMLDivElement>({
    open: open !== false,
    onClose: () => setOpen(false),
    anchor,
    side,
    align,
    fit,
  })

  useIsomorphicLayoutEffect(() => {
    if (!open || !popover.current) return
    menuItems(popover.current)
      .at(open === 'first' ? 0 : -1)
      ?.focus()
  }, [open, popover])

  const close = () => {
    setOpen(false)
    anchor.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation()
    if (event.key === 'Tab') return close()
    if (event.key === 'Escape') {
      event.preventDefault()
      return close()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (moveInMenu(event.currentTarget, event.key, event.timeStamp)) event.preventDefault()
  }

  return (
    <>
      {trigger({
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': open !== false,
        'aria-controls': open ? id : undefined,
        'data-open': open ? '' : undefined,
        onClick: () => setOpen(open ? false : 'first'),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last')
        },
      })}
      <div
        ref={useMergedRef(popover, ref)}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={classNames('roster-popover', className)}
        {...mergeProps(rest, { onKeyDown })}
      >
        {open && <MenuContext.Provider value={close}>{children}</MenuContext.Provider>}
      </div>
    </>
  )
})
