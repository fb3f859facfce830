import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { noForm } from '../element/no-form.ts'
import { useRefusal } from '../refusal/useRefusal.ts'

/** A native radio of a group. */
export interface RadioProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'onChange'> {
  /** Called when it is chosen. */
  onChoose: () => void
  /**
   * A sentence that explains why it can't be chosen. Arrow keys still reach it, and it shows the sentence in a tooltip.
   */
  reason?: string | undefined
}

/** A radio of a group. One that can't be chosen takes the focus, but doesn't change the choice. */
export const Radio = forwardRef<HTMLInputElement, RadioProps>(function Radio(
  { onChoose, reason, className, onClick, ...rest },
  ref,
) {
  const refusal = useRefusal({ reason, disabled: rest['aria-disabled'] })
  return (
    <>
      <input
        ref={ref}
        type="radio"
        form={noForm}
        className={classNames('roster-radio', className)}
        {...mergeProps(rest, refusal.anchor)}
        aria-disabled={refusal.refuses || undefined}
        onChange={() => {
          if (!refusal.refuses) onChoose()
        }}
        onClick={refusal.guard(onClick)}
      />
      {refusal.tooltip}
    </>
  )
})
