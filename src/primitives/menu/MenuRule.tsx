import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** A line between groups of items, edge to edge. */
export const MenuRule = forwardRef<HTMLHRElement, ComponentPropsWithoutRef<'hr'>>(function MenuRule(
  { className, ...rest },
  ref,
) {
  return <hr ref={ref} className={classNames('roster-menu-rule', className)} {...rest} />
})
