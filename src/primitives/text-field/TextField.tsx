import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import type { Slot } from '../element/slot.ts'
import { Field, type FieldTexts } from '../field/Field.tsx'

/** Props of {@link TextField}. Other props, including `className`, are passed to the `<input>`. */
export interface TextFieldProps extends ComponentPropsWithoutRef<'input'>, FieldTexts {
  /** What is wrong and how to fix it; marks the field as invalid. */
  error?: ReactNode
  /** Rendered at the end of the label's line, such as a count. */
  labelEnd?: ReactNode
  /** Rendered inside the field at its end, such as an icon or a button. */
  end?: Slot
}

/** One line of text with its label, hint and error. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, optional, labelEnd, end, className, id, ...rest },
  ref,
) {
  const ownId = useId()
  const inputId = id ?? ownId
  const noteId = `${inputId}-note`
  return (
    <Field {...{ label, hint, error, optional, labelEnd, noteId }} htmlFor={inputId}>
      <span className="roster-input-box" data-end={end ? '' : undefined}>
        <input
          ref={ref}
          id={inputId}
          className={classNames('roster-input', className)}
          aria-invalid={error ? true : undefined}
          {...mergeProps(rest, { 'aria-describedby': error || hint ? noteId : undefined })}
        />
        {end && <span className="roster-input-end">{end}</span>}
      </span>
    </Field>
  )
})
