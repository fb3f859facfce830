import type { SignIn } from '@aicx/roster/contract'
import type { Identified } from './identity.ts'
import type { JoinAccounts } from './join-accounts.ts'

/**
 * Signs in and out, for a backend that owns the credentials. Without this port both operations return `not_found`.
 * Each method throws `Refused` to refuse.
 */
export interface SignIns {
  /** Called for each unsafe request, to refuse other origins or too many attempts. */
  guard?(request: Request): Promise<void>
  /** Returns headers for the 204, such as a cookie. With a `Roster-Company` header it reopens that company's session. */
  signIn(request: Request, credentials: SignIn, requestId: string): Promise<HeadersInit>
  signOut(request: Request, identified: Identified, requestId: string): Promise<HeadersInit>
  /** For people who join by an invitation. Without it, only accounts that sign in elsewhere can join. */
  joining?: JoinAccounts
}
