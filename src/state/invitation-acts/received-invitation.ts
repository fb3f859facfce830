import type { Invitation } from '../../contract/invitations.ts'

/** An invitation with the time at which its durations began to count. */
export interface ReceivedInvitation extends Invitation {
  /** When it was received, by this client's clock (ms). */
  receivedAt: number
}

/** Notes when an invitation was received. */
export const received = (invitation: Invitation, now: number): ReceivedInvitation => ({
  ...invitation,
  receivedAt: now,
})

/** When the invitation expires, by this client's clock (ms); undefined if that isn't known or is past. */
export const expiryOf = ({ status, expiresInMs, receivedAt }: ReceivedInvitation): number | undefined =>
  status === 'pending' && expiresInMs !== undefined ? receivedAt + expiresInMs : undefined

/** Until when it can't be sent again, by this client's clock (ms); undefined unless it was sent a moment ago. */
export function cooledAt({ actions: { resend }, receivedAt }: ReceivedInvitation): number | undefined {
  if (resend.allowed || resend.reason !== 'cooldown') return undefined
  const seconds = Number(resend.params?.retryAfter)
  return Number.isFinite(seconds) ? receivedAt + seconds * 1_000 : undefined
}
