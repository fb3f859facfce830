import type { Delivery } from '../../contract/invitations.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

const failures: ReadonlySet<string> = new Set(['failed', 'bounced', 'complained'])

/** How far the email of an invitation got, in words and with an icon. */
export function DeliveryNote({ delivery, brief = false }: { delivery: Delivery; brief?: boolean }) {
  const t = useMessages(invitationsMessages).delivery
  const { state, reason } = delivery
  const hasFailed = failures.has(state)
  const text = hasFailed
    ? reason === undefined || brief
      ? t.failed
      : t.failedReason({ reason })
    : state === 'queued'
      ? t.queued
      : t.sent
  return (
    <span className="roster-invitation-note" data-tone={hasFailed ? 'danger' : undefined}>
      <Icon name={hasFailed ? 'alert' : state === 'queued' ? 'clock' : 'check'} size="tiny" />
      <span dir="auto">{text}</span>
    </span>
  )
}
