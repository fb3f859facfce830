import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'

/** The button in a row's primary cell. Pass it the `primary` props that the cell receives. */
export const DataTablePrimary = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'>>(
  function DataTablePrimary({ className, ...rest }, ref) {
    return (
      <button ref={ref} type="button" className={classNames('roster-table-primary', className)} {...rest} />
    )
  },
)
