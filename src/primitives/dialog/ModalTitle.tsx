import * as Radix from '@radix-ui/react-dialog'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** The title of a modal layer, and its name. */
export const ModalTitle = forwardRef<HTMLHeadingElement, ComponentPropsWithoutRef<'h2'>>(function ModalTitle(
  { className, ...rest },
  ref,
) {
  return <Radix.Title ref={ref} className={classNames('roster-dialog-title', className)} {...rest} />
})
