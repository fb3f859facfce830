import { type ComponentPropsWithoutRef, forwardRef, useContext } from 'react'
import { classNames } from '../element/class-names.ts'
import { ModalParts } from './ModalParts.ts'

/** The title of a modal, which is also its accessible name. */
export const ModalTitle = forwardRef<HTMLHeadingElement, ComponentPropsWithoutRef<'h2'>>(function ModalTitle(
  { className, ...rest },
  ref,
) {
  const { Title } = useContext(ModalParts)
  return <Title ref={ref} className={classNames('roster-dialog-title', className)} {...rest} />
})
