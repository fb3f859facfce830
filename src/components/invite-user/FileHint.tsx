import { useRef } from 'react'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { linkText } from '../../messages/link-text.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { noForm } from '../../primitives/element/no-form.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

interface FileHintProps {
  onOpenFile: (file: File) => void
}

/** How addresses get into the field, with the button that opens a file. */
export function FileHint({ onOpenFile }: FileHintProps) {
  const t = useMessages(inviteUserMessages).addresses
  const input = useRef<HTMLInputElement>(null)
  const { before, link, after } = linkText(t.hint)
  return (
    <p className="roster-file-hint">
      <span>{before}</span>
      <Button variant="link" onClick={() => input.current?.click()}>
        {link}
      </Button>
      <span>{after}</span>
      <input
        ref={input}
        hidden
        type="file"
        form={noForm}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-label={t.openFile}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onOpenFile(file)
          event.target.value = ''
        }}
      />
    </p>
  )
}
