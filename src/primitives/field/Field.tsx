import type { ReactNode } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import type { Slot } from '../element/slot.ts'
import { Icon } from '../icon/Icon.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'

/** The texts of every field. */
export interface FieldTexts {
  label: string
  /** A sentence below the control; an error replaces it. */
  hint?: ReactNode
  /** Shows "Optional" after the label. @default false */
  optional?: boolean
}

interface FieldProps extends FieldTexts {
  /** The control's id, which a click on the label then focuses. */
  htmlFor?: string
  labelId?: string
  /** The id of the hint or the error. */
  noteId: string
  /** What is wrong and how to fix it. */
  error?: ReactNode
  /** Rendered at the end of the label's line, such as a count. */
  labelEnd?: ReactNode
  /** The control, and what it opens. */
  children: Slot | Slot[]
}

/** A control with its label, and its hint or its error. */
export function Field({
  label,
  hint,
  optional,
  htmlFor,
  labelId,
  noteId,
  error,
  labelEnd,
  children,
}: FieldProps) {
  const t = useMessages(fieldsMessages)
  const Label = htmlFor ? 'label' : 'span'
  return (
    <div className="roster-field">
      <span className="roster-label-line">
        <Label id={labelId} className="roster-label" htmlFor={htmlFor}>
          <span>{label}</span>
          {optional && <span className="roster-label-note">{` ${t.optional}`}</span>}
        </Label>
        {labelEnd && (
          <span className="roster-label-end">
            <bdi>{labelEnd}</bdi>
          </span>
        )}
      </span>
      {children}
      {error ? (
        <span id={noteId} className="roster-error">
          <Icon name="alert" size="small" />
          <span>{error}</span>
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
}
