import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react'
import { joinCompanyMessages } from '../../messages/join-company.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { TextField } from '../../primitives/text-field/TextField.tsx'
import { JoinFrame } from './JoinFrame.tsx'
import type { JoinCompanyViewProps } from './join-company-view-props.ts'

/** For a link whose last part is missing, or that isn't valid. The link can be pasted. */
export function IncompleteLink({ error, onLink, logo }: JoinCompanyViewProps) {
  const { incomplete: t } = useMessages(joinCompanyMessages)
  const [text, setText] = useState('')
  const [isUseless, setUseless] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  function take(pasted: string) {
    if (onLink(pasted)) return true
    setUseless(true)
    field.current?.focus()
    return false
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    take(text)
  }

  /**
   * Keeps the lines of a pasted text apart. A field of one line would join them, so that the end of the link couldn't
   * be found.
   */
  function paste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text')
    if (pasted.includes('\n') && take(pasted)) event.preventDefault()
  }

  return (
    <JoinFrame logo={logo} title={error ? t.invalidTitle : t.title} texts={[error ? t.invalidText : t.text]}>
      <form className="roster-join-fields" onSubmit={submit} noValidate>
        <TextField
          ref={field}
          label={t.field}
          value={text}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="https://…/join#…"
          error={isUseless ? t.none : undefined}
          onPaste={paste}
          onChange={(event) => {
            setText(event.target.value)
            setUseless(false)
          }}
        />
        <Button type="submit" variant="primary" size="large">
          {t.continue}
        </Button>
      </form>
    </JoinFrame>
  )
}
