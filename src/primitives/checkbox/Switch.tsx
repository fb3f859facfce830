import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { noForm } from '../element/no-form.ts'
import { useRefusal } from '../refusal/useRefusal.ts'

/** Props of {@link Switch}. Name it with a label, `aria-label` or `aria-labelledby`. */
export interface SwitchProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'onChange'> {
  onCheckedChange: (checked: boolean) => void
  /** Why it can't be changed: a sentence. It stays focusable, says so in a tooltip, and keeps its state. */
  reason?: string | undefined
}

/** On or off. */
export const Switch = forwardRef<HTMLInputElement, SwitchProps>(function Switch(
  { onCheckedChange, reason, className, onClick, ...rest },
  ref,
) {
  const refusal = useRefusal({ reason, disabled: rest['aria-disabled'] })
  return (
    <>
      <input
        ref={ref}
        type="checkbox"
        role="switch"
        aria-checked={rest.checked}
        form={noForm}
        className={classNames('roster-switch', className)}
        {...mergeProps(rest, refusal.anchor)}
        aria-disabled={refusal.refuses || undefined}
        onChange={(event) => {
          if (!refusal.refuses) onCheckedChange(event.target.checked)
        }}
        onClick={refusal.guard(onClick)}
      />
      {refusal.tooltip}
    </>
  )
})
