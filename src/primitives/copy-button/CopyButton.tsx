import { forwardRef, useEffect, useRef, useState } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { useMergedRef } from '../element/useMergedRef.ts'
import { IconButton, type IconButtonProps } from '../icon-button/IconButton.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNotices } from '../roster-ui/useNotices.ts'
import { copyText } from './copy-text.ts'

/** What to copy. */
export interface CopyButtonProps extends Omit<IconButtonProps, 'icon' | 'onClick' | 'size'> {
  text: string
}

/** How long a result is shown, in milliseconds. A sentence takes longer to read. */
const durations = { copied: 2_000, failed: 6_000 }

/** Copies a text and shows whether it worked. */
export const CopyButton = forwardRef<HTMLButtonElement, CopyButtonProps>(function CopyButton(
  { text, label, ...rest },
  ref,
) {
  const button = useRef<HTMLButtonElement>(null)
  const [result, setResult] = useState<keyof typeof durations>()
  const { announce } = useNotices()
  const t = useMessages(fieldsMessages)
  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(undefined), durations[result])
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => {
    const isCopied = button.current !== null && (await copyText(text, button.current))
    setResult(isCopied ? 'copied' : 'failed')
    if (isCopied) announce(t.copied)
    else announce(t.copyFailed, 'assertive')
  }
  return (
    <IconButton
      ref={useMergedRef(button, ref)}
      size="small"
      {...rest}
      label={result === 'failed' ? t.copyFailed : label}
      icon={result === 'copied' ? 'check' : result === 'failed' ? 'alert' : 'copy'}
      onClick={() => void copy()}
    />
  )
})
