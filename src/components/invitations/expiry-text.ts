import type { Invitation } from '../../contract/invitations.ts'
import type { Formats } from '../../messages/formats.ts'
import type { invitationsMessages } from '../../messages/invitations.ts'
import type { FormattedMessages } from '../../messages/message.ts'

/** The formatted messages of invitations. */
export type InvitationsMessages = FormattedMessages<(typeof invitationsMessages)['messages']>

const hour = 3_600_000
const day = 24 * hour

/** When the link of an invitation expires, or when it did. */
export function expiryText(
  { status, expiresAt }: Invitation,
  now: number,
  t: InvitationsMessages,
  formats: Formats,
): string {
  if (status === 'expired')
    return expiresAt === undefined
      ? t.expires.expired
      : t.expires.expiredOn({ date: formats.date(expiresAt, now) })
  if (expiresAt === undefined) return t.expires.never
  const left = Date.parse(expiresAt) - now
  if (left >= day) return t.expires.days({ count: Math.round(left / day) })
  return left >= hour ? t.expires.hours({ count: Math.floor(left / hour) }) : t.expires.soon
}
