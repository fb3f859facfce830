import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** The heading of a group of items. */
export const MenuTitle = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(function MenuTitle(
  { className, ...rest },
  ref,
) {
  return (
    <div ref={ref} role="presentation" className={classNames('roster-menu-title', className)} {...rest} />
  )
})
