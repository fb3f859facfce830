import type { ChangePage } from './change-log.ts'
import type { SignInRef } from './identity.ts'
import type { Catalogue, Counts, EndReason, SessionRecord, UserRecord } from './records.ts'
import type { StoreUnavailable } from './store-unavailable.ts'
import type { UserListing, UserPage } from './user-listing.ts'
import type { AuditRecord, Intent, Plan, Written } from './write.ts'

/** What one company knows of a sign-in: its session, and the user behind it unless deleted. */
export interface Admission {
  session: SessionRecord
  user: UserRecord | null
  catalogue: Catalogue
  /** The store's clock. */
  now: Date
}

/** A company to found: its catalogue and first users, each with an account known by email. */
export interface NewCompany extends Catalogue {
  users: Omit<UserRecord, 'version'>[]
}

/**
 * Everything that the routes keep: memory, PGlite and PostgreSQL answer alike, in the same order.
 * Rejects with {@link StoreUnavailable} while it cannot be reached.
 */
export interface Store {
  readonly kind: 'memory' | 'pglite' | 'postgres'
  /** Resolves while the store can answer. */
  ping(): Promise<void>
  now(): Promise<Date>
  /** An account's companies by name, the deleted memberships left out. */
  companiesOf(accountId: string): Promise<{ id: string; name: string }[]>
  /**
   * The sign-in's session in a company, opened by the first request of a member; null where the account was never let in.
   * An ended session is answered as it is and never reopened. Moves `seenAt` at most once a minute.
   */
  admit(companyId: string, signIn: SignInRef): Promise<Admission | null>
  /** Opens a new session beside an ended one, after the same account signed in again for that company. */
  reopen(companyId: string, signIn: SignInRef): Promise<void>
  /** Ends a session once; false where it had ended. */
  endSession(companyId: string, sessionId: string, reason: EndReason): Promise<boolean>
  users(companyId: string, listing: UserListing): Promise<UserPage>
  user(companyId: string, userId: string): Promise<UserRecord | null>
  catalogue(companyId: string): Promise<Catalogue | null>
  counts(companyId: string): Promise<Counts>
  /** The change log after `since`, at most 500 entries; without it the latest revision alone. */
  changes(companyId: string, since?: number): Promise<ChangePage>
  /**
   * Calls the listener soon after a change of the company, within about a second, until the answer is called. It is a
   * hint to look: it may come without a change, and once for several.
   */
  watch(companyId: string, listener: () => void): () => void
  /** A user's audit entries, newest first. */
  audit(companyId: string, userId: string, limit: number): Promise<AuditRecord[]>
  /**
   * The one way to change a company: locks it, loads the facts, decides by a pure rule, and applies changes, audit,
   * change log and revisions together. A decision without changes raises no revision; one that throws, or names a role
   * or team that the company does not have, rejects and leaves nothing.
   */
  write<Answer>(companyId: string, intent: Intent, plan: Plan<Answer>): Promise<Written<Answer>>
  /** Whether an intent was carried out, and is remembered. */
  knows(companyId: string, intentId: string): Promise<boolean>
  createCompany(company: NewCompany): Promise<void>
  close(): Promise<void>
}
