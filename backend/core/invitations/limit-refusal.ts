import type { Requested } from '../ports/invitations.ts'
import type { Refusal } from '../ports/write.ts'
import { emailLimits } from './limits.ts'

/** Refuses an email if a limit is reached. `more` are emails that the same decision requests already. */
export function limitRefusal(
  limit: keyof typeof emailLimits,
  { count, since }: Requested,
  now: Date,
  more = 0,
): Refusal | undefined {
  const { most, within, reason } = emailLimits[limit]
  if (count + more < most) return undefined
  const first = since?.getTime() ?? now.getTime()
  const retryAfter = Math.max(1, Math.ceil((first + within - now.getTime()) / 1_000))
  return { code: 'rate_limited', reason, params: { retryAfter: String(retryAfter) }, retryAfter }
}
