import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from '../parts/class-names.ts'

/** A line between groups of items, edge to edge. */
export function MenuRule({ className, ...rest }: ComponentPropsWithoutRef<'hr'>) {
  return <hr className={classNames('roster-menu-rule', className)} {...rest} />
}
