import type { KnownErrorCode } from '@aicx/roster/contract'
import type { Admission } from '../ports/admission.ts'
import type { SignInRef } from '../ports/identity.ts'
import type { EndReason } from '../ports/records.ts'

const codes: Record<EndReason, KnownErrorCode> = {
  idle: 'session_idle',
  expired: 'session_expired',
  revoked: 'session_revoked',
  signed_out: 'signed_out',
}

/** Why a sign-in is over in every company, or null if it is not. */
export const signInVerdict = ({ expiresAt }: SignInRef, now: Date): EndReason | null =>
  expiresAt <= now ? 'expired' : null

/** Why a session is over, or null if it is not: it ended, its user was deleted, or its sign-in expired. */
export function sessionVerdict({ session, user, now }: Admission, signIn: SignInRef): EndReason | null {
  if (session.endedAt) return session.endReason ?? 'revoked'
  if (!user) return 'revoked'
  return signInVerdict(signIn, now)
}

/** The error code that a client receives. */
export const verdictCode = (reason: EndReason): KnownErrorCode => codes[reason]
