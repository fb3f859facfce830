import { useId, useState } from 'react'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { isComposing } from '../../primitives/element/is-composing.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { TextField } from '../../primitives/text-field/TextField.tsx'

interface TypedCountProps {
  count: number
  value: string
  onValueChange: (value: string) => void
  /** Whether the text is the count. */
  isRight: boolean
  /** Called when Enter is pressed. */
  onSubmit: () => void
}

/** Asks for the number of people before many are deleted. A wrong text is explained once the person has finished it. */
export function TypedCount({ count, value, onValueChange, isRight, onSubmit }: TypedCountProps) {
  const t = useMessages(selectionRunMessages).type
  const number = useFormats().number(count)
  const id = useId()
  const [finished, setFinished] = useState<string>()
  const isLong = value.trim().length >= String(count).length
  return (
    <div className="roster-run-typed">
      <TextField
        id={id}
        label={t.label({ number })}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        error={!isRight && (isLong || finished === value) ? t.mismatch({ number }) : undefined}
        onChange={(event) => {
          setFinished(undefined)
          onValueChange(event.target.value)
        }}
        onBlur={() => {
          if (value !== '') setFinished(value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event)) return
          setFinished(value)
          onSubmit()
        }}
      />
    </div>
  )
}
