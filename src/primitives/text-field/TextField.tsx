import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { Field, type FieldTexts } from '../field/Field.tsx'

/** A labelled input. Other props, `className` too, are passed to the `<input>`. */
export interface TextFieldProps extends ComponentPropsWithoutRef<'input'>, FieldTexts {
  /** What is wrong and how to fix it; marks the field as invalid. */
  error?: ReactNode
  /** At the end of the label's line: a count. */
  labelEnd?: ReactNode
}

/** One line of text with its label, hint and error. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, optional, labelEnd, className, id, ...rest },
  ref,
) {
  const ownId = useId()
  const inputId = id ?? ownId
  const noteId = `${inputId}-note`
  return (
    <Field {...{ label, hint, error, optional, labelEnd, noteId }} htmlFor={inputId}>
      <input
        ref={ref}
        id={inputId}
        className={classNames('roster-input', className)}
        aria-invalid={error ? true : undefined}
        {...mergeProps(rest, { 'aria-describedby': error || hint ? noteId : undefined })}
      />
    </Field>
  )
})
