import type { IdleLogoutGuardProps } from '@aicx/roster'
import type { UnauthorizedReason } from '@aicx/roster/client'

/** Why idle logout has ended a session. */
type EndReason = Parameters<NonNullable<IdleLogoutGuardProps['onLogout']>>[0]['reason']

/** Why nobody is signed in any more. */
export interface Departure {
  reason: EndReason
  /** The minutes without activity after which people are logged out. */
  minutes?: number | undefined
}

const reasons: Record<string, EndReason> = {
  session_idle: 'idle',
  session_expired: 'expired',
  session_revoked: 'revoked',
}

/** Returns the reason of a response that refused the session. */
export const reasonOf = (code: UnauthorizedReason): EndReason => reasons[code] ?? 'signed_out'

/** Explains to the person why they have to sign in again. */
export function departureText({ reason, minutes }: Departure): string {
  if (reason === 'expired') return 'Your sign-in has reached its time limit. Your drafts are kept.'
  if (reason === 'revoked') return 'An administrator signed you out of this company.'
  if (reason === 'session_changed') return 'Someone else has signed in in this browser.'
  if (reason === 'signed_out') return 'You are signed out. Please sign in again.'
  const time = minutes === 1 ? 'a minute' : `${minutes} minutes`
  const why =
    minutes === undefined ? 'because nothing happened for a while' : `after ${time} without activity`
  return `You were logged out ${why}. Your drafts are kept.`
}
