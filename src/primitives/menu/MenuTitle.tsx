import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from '../parts/class-names.ts'

/** The heading of a group of items. */
export function MenuTitle({ className, ...rest }: ComponentPropsWithoutRef<'div'>) {
  return <div role="presentation" className={classNames('roster-menu-title', className)} {...rest} />
}
