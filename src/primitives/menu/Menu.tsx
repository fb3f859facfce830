import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useRef,
} from 'react'
import { isComposing } from '../element/is-composing.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { PopupSurface } from '../popup/PopupSurface.tsx'
import type { Placement } from '../popup/place-popup.ts'
import { type PopupTriggerProps, usePopup } from '../popup/usePopup.ts'
import { isRefused } from '../refusal/is-refused.ts'
import { MenuContext } from './MenuContext.ts'
import { menuItems } from './menu-items.ts'
import { useMenuKeys } from './useMenuKeys.ts'

/** Props for the button that opens a menu. */
export interface MenuTriggerProps extends PopupTriggerProps<'menu'> {
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void
}

/** Props of {@link Menu}. */
export interface MenuProps extends ComponentPropsWithoutRef<'div'>, Placement {
  /** Its name for screen readers. */
  label: string
  /** Renders the button that opens it, such as a `Button` or an `IconButton`; spread the props on it. */
  trigger: (props: MenuTriggerProps) => ReactElement | null
  /** `MenuItem`, `MenuCheckboxItem`, `MenuSegments`, `MenuTitle`, `MenuRule`. */
  children: ReactNode
}

/** A button and its menu, with the keys of the ARIA menu button pattern. */
export const Menu = forwardRef<HTMLDivElement, MenuProps>(function Menu(
  { label, trigger, side, align, fit, children, ...rest },
  ref,
) {
  const popup = usePopup({ role: 'menu', side, align, fit })
  const { isOpen, close, open } = popup
  const onKeyDown = useMenuKeys(close)
  const startsAtEnd = useRef(false)
  const surface = popup.surface.ref

  useIsomorphicLayoutEffect(() => {
    if (!isOpen || !surface.current) return
    menuItems(surface.current)
      .at(startsAtEnd.current ? -1 : 0)
      ?.focus()
    startsAtEnd.current = false
  }, [isOpen, surface])

  const openByArrow = (event: KeyboardEvent<HTMLButtonElement>) => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (!isArrow || isComposing(event) || isRefused(event.currentTarget)) return
    event.preventDefault()
    startsAtEnd.current = event.key === 'ArrowUp'
    open()
  }

  return (
    <>
      {trigger({ ...popup.trigger, onKeyDown: openByArrow })}
      <PopupSurface ref={ref} label={label} popup={popup} {...mergeProps(rest, { onKeyDown })}>
        <MenuContext.Provider value={close}>{children}</MenuContext.Provider>
      </PopupSurface>
    </>
  )
})
