import { forwardRef, useEffect, useState } from 'react'
import { fieldsMessages } from '../../messages/fields.ts'
import { IconButton, type IconButtonProps } from '../icon-button/IconButton.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNotices } from '../roster-ui/useNotices.ts'

/** What to copy. */
export interface CopyButtonProps extends Omit<IconButtonProps, 'icon' | 'onClick' | 'size'> {
  text: string
}

const confirmation = 2000

/** Copies a text and shows for two seconds that it did. */
export const CopyButton = forwardRef<HTMLButtonElement, CopyButtonProps>(function CopyButton(
  { text, ...rest },
  ref,
) {
  const [copied, setCopied] = useState(false)
  const { announce } = useNotices()
  const t = useMessages(fieldsMessages)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), confirmation)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    announce(t.copied)
  }
  return (
    <IconButton
      ref={ref}
      size="small"
      {...rest}
      icon={copied ? 'check' : 'copy'}
      onClick={() => void copy()}
    />
  )
})
