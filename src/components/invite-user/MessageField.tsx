import { useId, useMemo } from 'react'
import { countGraphemes } from '../../base/graphemes.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { noForm } from '../../primitives/element/no-form.ts'
import { Field } from '../../primitives/field/Field.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { inviteLimits } from './invite-limits.ts'

interface MessageFieldProps {
  value: string
  isReadOnly: boolean
  onValueChange: (message: string) => void
}

/** The personal message, counted as people count characters. */
export function MessageField({ value, isReadOnly, onValueChange }: MessageFieldProps) {
  const t = useMessages(inviteUserMessages).message
  const { number } = useFormats()
  const id = useId()
  const count = useMemo(() => countGraphemes(value), [value])
  const most = inviteLimits.message
  const over = count - most
  return (
    <Field
      label={t.label}
      optional
      htmlFor={id}
      noteId={`${id}-note`}
      labelEnd={t.count({ count, most: number(most) })}
      error={over > 0 ? t.tooLong({ count: over }) : undefined}
    >
      <textarea
        id={id}
        form={noForm}
        className="roster-invite-message"
        rows={3}
        dir="auto"
        value={value}
        readOnly={isReadOnly}
        aria-invalid={over > 0 ? true : undefined}
        aria-describedby={over > 0 ? `${id}-note` : undefined}
        onChange={(event) => onValueChange(event.target.value)}
      />
    </Field>
  )
}
