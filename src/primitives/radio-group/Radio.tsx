import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { noForm } from '../element/no-form.ts'
import { useRefusal } from '../refusal/useRefusal.ts'

/** A native radio of a group. */
export interface RadioProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'onChange'> {
  /** It was chosen. */
  onChoose: () => void
  /** Why it can't be chosen: a sentence. Arrows still reach it, and it says so in a tooltip. */
  reason?: string | undefined
}

/** One of a group; a refused one takes the focus and leaves the choice where it is. */
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
