import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { Icon } from '../icon/Icon.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'

/** A labelled input. The rest of the props go to the `<input>`, `className` too. */
export interface TextFieldProps extends ComponentPropsWithoutRef<'input'> {
  label: string
  /** Said under the field; an error takes its place. */
  hint?: ReactNode
  /** What is wrong and how to mend it; marks the field as invalid. */
  error?: ReactNode
  /** Says "Optional" after the label. @default false */
  optional?: boolean
  /** At the end of the label's line: a count. */
  labelEnd?: ReactNode
}

/** One line of text with its label, hint and error. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, optional = false, labelEnd, className, id, ...rest },
  ref,
) {
  const ownId = useId()
  const inputId = id ?? ownId
  const noteId = `${inputId}-note`
  const t = useMessages(fieldsMessages)
  return (
    <div className="roster-field">
      <span className="roster-label-line">
        <label className="roster-label" htmlFor={inputId}>
          {label}
          {optional && <span className="roster-label-note"> {t.optional}</span>}
        </label>
        {labelEnd && (
          <span className="roster-label-end">
            <bdi>{labelEnd}</bdi>
          </span>
        )}
      </span>
      <input
        ref={ref}
        id={inputId}
        className={classNames('roster-input', className)}
        aria-invalid={error ? true : undefined}
        {...mergeProps(rest, { 'aria-describedby': error || hint ? noteId : undefined })}
      />
      {error ? (
        <span id={noteId} className="roster-error">
          <Icon name="alert" size="small" />
          {error}
        </span>
      ) : (
        hint && (
          <span id={noteId} className="roster-hint">
            {hint}
          </span>
        )
      )}
    </div>
  )
})
