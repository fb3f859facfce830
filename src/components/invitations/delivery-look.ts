import type { Delivery } from '../../contract/invitations.ts'
import type { IconName } from '../../primitives/icon/drawings.ts'
import type { InvitationsMessages } from './expiry-text.ts'

const failures: ReadonlySet<string> = new Set(['failed', 'bounced', 'complained'])

/** How far an email got, for a view. */
export interface DeliveryLook {
  state: 'queued' | 'sent' | 'failed'
  icon: IconName
  tone: 'danger' | undefined
  /** With the reason of a failure. */
  text: string
}

/** Returns the words and the icon of a delivery. States that this version doesn't know count as sent. */
export function deliveryLook(
  { state, reason }: Delivery,
  { delivery: t }: InvitationsMessages,
): DeliveryLook {
  if (failures.has(state))
    return {
      state: 'failed',
      icon: 'alert',
      tone: 'danger',
      text: reason === undefined ? t.failed : t.failedReason({ reason }),
    }
  if (state === 'queued') return { state: 'queued', icon: 'clock', tone: undefined, text: t.queued }
  return { state: 'sent', icon: 'check', tone: undefined, text: t.sent }
}
