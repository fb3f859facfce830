import { useEffect, useState } from 'react'
import { longestTimer } from '../../base/longest-timer.ts'
import { toasterMessages } from '../../messages/toaster.ts'
import { Button } from '../button/Button.tsx'
import { Icon } from '../icon/Icon.tsx'
import { IconButton } from '../icon-button/IconButton.tsx'
import type { Toast } from '../roster-ui/notices.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNotices } from '../roster-ui/useNotices.ts'

const short = 6_000
const withAction = 10_000

/**
 * A toast. It disappears after a while, unless it reports a failure. Its time stops while the pointer or the focus is
 * on it.
 */
export function ToastBar({ toast }: { toast: Toast }) {
  const { id, text, tone = 'done', action } = toast
  const { dismiss } = useNotices()
  const t = useMessages(toasterMessages)
  const [held, setHeld] = useState(false)
  const duration = toast.duration ?? (action ? withAction : short)

  useEffect(() => {
    if (held || tone === 'failed') return
    const timer = setTimeout(() => dismiss(id), Math.min(duration, longestTimer))
    return () => clearTimeout(timer)
  }, [held, tone, duration, dismiss, id])

  return (
    <li
      className="roster-toast"
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={tone === 'failed' ? 'alert' : 'check'} />
      <span className="roster-toast-text">
        <bdi>{text}</bdi>
      </span>
      {action && (
        <Button
          variant="quiet"
          onClick={() => {
            dismiss(id)
            action.onAction()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="x" label={t.dismiss} onClick={() => dismiss(id)} />
    </li>
  )
}
