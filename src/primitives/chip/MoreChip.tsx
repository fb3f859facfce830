import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { useRefusal } from '../refusal/useRefusal.ts'

/** Props of {@link MoreChip}. */
export interface MoreChipProps extends ComponentPropsWithoutRef<'button'> {
  count: number
  /** Its name, such as "2 more teams". */
  label: string
}

/** A button such as "+2" that opens the chips without room. */
export const MoreChip = forwardRef<HTMLButtonElement, MoreChipProps>(function MoreChip(
  { count, label, className, onClick, ...rest },
  ref,
) {
  const refusal = useRefusal({ disabled: rest['aria-disabled'] })
  return (
    <button
      ref={ref}
      type="button"
      className={classNames('roster-more-chip', className)}
      aria-label={label}
      dir="ltr"
      {...rest}
      onClick={refusal.guard(onClick)}
    >
      <bdi dir="ltr">{`+${count}`}</bdi>
    </button>
  )
})
