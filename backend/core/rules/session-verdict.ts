import type { KnownErrorCode } from '@aicx/roster/contract'
import type { Admission } from '../ports/admission.ts'
import type { SignInRef } from '../ports/identity.ts'
import type { EndReason } from '../ports/records.ts'
import { isIdle } from './idle-deadline.ts'

const codes: Record<EndReason, KnownErrorCode> = {
  idle: 'session_idle',
  expired: 'session_expired',
  revoked: 'session_revoked',
  signed_out: 'signed_out',
}

/** Why a sign-in is over in every company, or null if it is not. */
export const signInVerdict = ({ expiresAt }: SignInRef, now: Date): EndReason | null =>
  expiresAt <= now ? 'expired' : null

/**
 * Why a session is over, or null if it is not: it ended, its user was deleted, its sign-in expired, or it is idle by the
 * company's policy of this moment.
 */
export function sessionVerdict(admission: Admission, signIn: SignInRef): EndReason | null {
  const { session, user, now, idlePolicy } = admission
  if (session.endedAt) return session.endReason ?? 'revoked'
  if (!user) return 'revoked'
  return signInVerdict(signIn, now) ?? (isIdle(idlePolicy, session, now) ? 'idle' : null)
}

/** The error code that a client receives. */
export const verdictCode = (reason: EndReason): KnownErrorCode => codes[reason]
