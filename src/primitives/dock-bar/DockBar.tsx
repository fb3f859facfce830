import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** A bar that floats at the foot of a list. */
export const DockBar = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(function DockBar(
  { className, ...rest },
  ref,
) {
  return <div ref={ref} className={classNames('roster-dock-bar', className)} {...rest} />
})
