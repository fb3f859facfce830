import type { KnownErrorCode } from '@aicx/roster/contract'
import type { SignInRef } from '../ports/identity.ts'
import type { EndReason } from '../ports/records.ts'
import type { Admission } from '../ports/store.ts'

const codes: Record<EndReason, KnownErrorCode> = {
  idle: 'session_idle',
  expired: 'session_expired',
  revoked: 'session_revoked',
  signed_out: 'signed_out',
}

/** Why a sign-in is over whatever the company, or null while it lasts. */
export const signInVerdict = ({ expiresAt }: SignInRef, now: Date): EndReason | null =>
  expiresAt <= now ? 'expired' : null

/**
 * Why a session is over, or null while it lasts: ended, its user deleted, past its sign-in's absolute limit. The rule
 * of a company's idle logout belongs here.
 */
export function sessionVerdict({ session, user, now }: Admission, signIn: SignInRef): EndReason | null {
  if (session.endedAt) return session.endReason ?? 'revoked'
  if (!user) return 'revoked'
  return signInVerdict(signIn, now)
}

/** The code that a client is told. */
export const verdictCode = (reason: EndReason): KnownErrorCode => codes[reason]
