import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import { Choice } from '../choice/Choice.tsx'
import { classNames } from '../element/class-names.ts'
import type { Slot } from '../element/slot.ts'
import { Radio } from './Radio.tsx'

/** One choice of a group. */
export interface RadioOption {
  value: string
  label: ReactNode
  /** A quieter line under it. */
  note?: ReactNode
  /** Rendered beside it, such as a `Badge`. */
  badge?: Slot
  /** Why it can't be chosen: a sentence. */
  reason?: string | undefined
  /** Whether it is chosen but not saved yet. The option is then tinted. */
  chosen?: boolean
  /** What choosing it would change. It is shown under the option and may contain buttons. */
  preview?: ReactNode
}

/** Props of {@link RadioGroup}. Pass an `aria-label` or `aria-labelledby`. */
export interface RadioGroupProps extends Omit<ComponentPropsWithoutRef<'div'>, 'defaultValue'> {
  options: readonly RadioOption[]
  value: string
  onValueChange: (value: string) => void
}

/** Radios with titles and notes. Arrow keys move and choose, and Tab moves to the preview of the choice. */
export const RadioGroup = forwardRef<HTMLDivElement, RadioGroupProps>(function RadioGroup(
  { options, value, onValueChange, className, ...rest },
  ref,
) {
  const name = useId()
  return (
    <div ref={ref} role="radiogroup" className={classNames('roster-radio-group', className)} {...rest}>
      {options.map((option) => (
        <Choice
          key={option.value}
          title={option.label}
          badge={option.badge}
          note={option.note}
          refused={Boolean(option.reason)}
          chosen={option.chosen ?? Boolean(option.preview)}
          control={(names) => (
            <Radio
              name={name}
              value={option.value}
              checked={option.value === value}
              reason={option.reason}
              onChoose={() => onValueChange(option.value)}
              {...names}
            />
          )}
        >
          {option.preview}
        </Choice>
      ))}
    </div>
  )
})
