import { useEffect, useState } from 'react'
import { longestTimer } from '../../base/longest-timer.ts'
import { toasterMessages } from '../../messages/toaster.ts'
import { Button } from '../button/Button.tsx'
import { Icon } from '../icon/Icon.tsx'
import { IconButton } from '../icon-button/IconButton.tsx'
import type { Toast } from '../roster-ui/notices.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNotices } from '../roster-ui/useNotices.ts'
import { endOf } from './end-of.ts'

const short = 6_000
const withAction = 10_000

/**
 * A toast. It disappears after a while, unless it reports a failure. It stays while the pointer or the focus is on it,
 * but not longer than its action can be used.
 */
export function ToastBar({ toast }: { toast: Toast }) {
  const { id, text, tone = 'done', action } = toast
  const { dismiss } = useNotices()
  const t = useMessages(toasterMessages)
  const [held, setHeld] = useState(false)
  const duration = toast.duration ?? (action ? withAction : short)

  const end = endOf(toast)

  useEffect(() => {
    if (tone === 'failed' || (held && end === undefined)) return
    const rest = end === undefined ? duration : end - performance.now()
    const timer = setTimeout(() => dismiss(id), Math.min(rest, longestTimer))
    return () => clearTimeout(timer)
  }, [held, tone, duration, end, dismiss, id])

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
