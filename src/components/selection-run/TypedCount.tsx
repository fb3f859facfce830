import { useId } from 'react'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { isComposing } from '../../primitives/element/is-composing.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { TextField } from '../../primitives/text-field/TextField.tsx'

interface TypedCountProps {
  count: number
  value: string
  onValueChange: (value: string) => void
  /** Whether the text is another number than the count. */
  mismatches: boolean
  /** Called when Enter is pressed. */
  onSubmit: () => void
}

/** Asks for the number of people before many are deleted. */
export function TypedCount({ count, value, onValueChange, mismatches, onSubmit }: TypedCountProps) {
  const t = useMessages(selectionRunMessages).type
  const number = useFormats().number(count)
  const id = useId()
  return (
    <div className="roster-run-typed">
      <TextField
        id={id}
        label={t.label({ number })}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        error={mismatches ? t.mismatch({ number }) : undefined}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) onSubmit()
        }}
      />
    </div>
  )
}
