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
  /** Beside it: a `Badge`. */
  badge?: Slot
  /** Why it can't be chosen: a sentence. */
  reason?: string | undefined
  /** Tints the option: it is chosen and not saved yet. */
  chosen?: boolean
  /** What choosing it would do: it is shown under the option, tinted, and may hold buttons. */
  preview?: ReactNode
}

/** A choice of one, all in sight. Name it by `aria-label` or `aria-labelledby`. */
export interface RadioGroupProps extends Omit<ComponentPropsWithoutRef<'div'>, 'defaultValue'> {
  options: readonly RadioOption[]
  value: string
  onValueChange: (value: string) => void
}

/** Radios with titles and notes; arrows move and choose, Tab goes on to what the choice shows. */
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
