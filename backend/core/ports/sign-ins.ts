import type { SignIn } from '@aicx/roster/contract'
import type { Identified } from './identity.ts'

/**
 * Signing in and out, which belong to whoever owns the credential; without this port both operations answer
 * `not_found`. Each method refuses by throwing `Refused`.
 */
export interface SignIns {
  /** Called before an unsafe request of any operation is judged further: foreign origins, too many attempts. */
  guard?(request: Request): Promise<void>
  /** Answers headers for the 204, such as a cookie. With a `Roster-Company` header it reopens that company's session. */
  signIn(request: Request, credentials: SignIn): Promise<HeadersInit>
  signOut(request: Request, identified: Identified): Promise<HeadersInit>
}
