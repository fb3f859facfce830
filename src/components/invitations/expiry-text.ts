import type { Invitation } from '../../contract/invitations.ts'
import type { Formats } from '../../messages/formats.ts'
import type { invitationsMessages } from '../../messages/invitations.ts'
import type { FormattedMessages } from '../../messages/message.ts'

/** The formatted messages of invitations. */
export type InvitationsMessages = FormattedMessages<(typeof invitationsMessages)['messages']>

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What an expiry is written with. */
interface ExpiryWords {
  now: number
  t: InvitationsMessages
  formats: Formats
  /** `brief` leaves out when it has expired; `absolute` doesn't say how long it is from now. @default 'full' */
  form?: 'full' | 'brief' | 'absolute'
}

/** When the link of an invitation expires, or when it did. */
export function expiryText(
  { status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>,
  { now, t: { expires: t }, formats, form = 'full' }: ExpiryWords,
): string {
  if (status === 'expired')
    return expiresAt === undefined || form === 'brief'
      ? t.expired
      : t.expiredOn({ date: formats.date(expiresAt, now) })
  if (expiresAt === undefined) return t.never
  if (form === 'absolute') return t.on({ date: formats.date(expiresAt, now) })
  const left = Date.parse(expiresAt) - now
  if (left >= day) return t.days({ count: Math.round(left / day) })
  if (left >= hour) return t.hours({ count: Math.floor(left / hour) })
  return t.minutes({ count: Math.max(1, Math.floor(left / minute)) })
}
