import { type ComponentPropsWithoutRef, forwardRef, useEffect, useRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { noForm } from '../element/no-form.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { useRefusal } from '../refusal/useRefusal.ts'

/** Props of {@link Checkbox}. Without a text beside it, pass an `aria-label`. */
export interface CheckboxProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type'> {
  /** Whether some, but not all, of the items below it are checked. @default false */
  mixed?: boolean
  /**
   * A sentence that explains why it can't be changed. It stays focusable, shows the sentence in a tooltip, and keeps
   * its state.
   */
  reason?: string
}

/** A native checkbox: on, off or mixed. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { mixed = false, reason, className, onClick, onChange, ...rest },
  ref,
) {
  const input = useRef<HTMLInputElement>(null)
  const refusal = useRefusal({ reason, disabled: rest['aria-disabled'] })
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed
  })
  return (
    <>
      <input
        ref={useMergedRef(input, ref)}
        type="checkbox"
        form={noForm}
        className={classNames('roster-checkbox', className)}
        data-mixed={mixed ? '' : undefined}
        {...mergeProps(rest, refusal.anchor)}
        aria-disabled={refusal.refuses || undefined}
        onChange={(event) => {
          if (!refusal.refuses) onChange?.(event)
        }}
        onClick={refusal.guard(onClick)}
      />
      {refusal.tooltip}
    </>
  )
})
