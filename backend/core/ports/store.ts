import type { Admission } from './admission.ts'
import type { ChangePage } from './change-log.ts'
import type { ExportStore } from './exports.ts'
import type { SignInRef } from './identity.ts'
import type { IdleStore, SessionActor } from './idle.ts'
import type { InvitationMail } from './invitation-mail.ts'
import type { InvitationStore } from './invitation-store.ts'
import type { InvitationRecord } from './invitations.ts'
import type { Catalogue, Counts, EndReason, UserRecord } from './records.ts'
import type { SelectionStore } from './selections.ts'
import type { StoreUnavailable } from './store-unavailable.ts'
import type { UserIdPage, UserListing, UserPage } from './user-listing.ts'
import type { AuditRecord, Intent, Plan, Written } from './write.ts'

/** A new company: its catalogue and first users. Users with the same email share an account. */
export interface NewCompany extends Catalogue {
  users: Omit<UserRecord, 'version'>[]
  /** @default none */
  invitations?: SeededInvitation[]
  /** The number of seats. @default no limit */
  seats?: number
}

/** An invitation that a new company has from the start. Its email isn't sent. */
export type SeededInvitation = Omit<InvitationRecord, 'invitedBy' | 'version' | 'end'> & { invitedBy: string }

/**
 * Stores companies. Memory, PGlite and PostgreSQL return the same results in the same order. Methods reject with
 * {@link StoreUnavailable} while the store cannot be reached.
 */
export interface Store {
  readonly kind: 'memory' | 'pglite' | 'postgres'
  /** Resolves if the store can be reached. */
  ping(): Promise<void>
  now(): Promise<Date>
  /** The companies of an account, sorted by name, without companies that have deleted its user. */
  companiesOf(accountId: string): Promise<{ id: string; name: string }[]>
  /**
   * The sign-in's session in a company. The first request of a member opens it. Returns null if the account has no user
   * there. An ended session is returned as it is and not reopened. Updates `seenAt` at most once a minute.
   */
  admit(companyId: string, signIn: SignInRef): Promise<Admission | null>
  /**
   * Sessions that were admitted before, by their ids, as {@link Store.admit} returns them. It is one read for all, and
   * updates `seenAt` of each. Unknown ids are left out.
   */
  sessions(companyId: string, ids: string[]): Promise<Map<string, Admission>>
  /** Opens a new session next to one that is over, after the same account signed in to that company again. */
  reopen(companyId: string, signIn: SignInRef): Promise<void>
  /**
   * Whether a member was signed out everywhere, or deleted, since their sign-in authenticated. Such a sign-in can't
   * open a session in the company.
   */
  isOutdated(companyId: string, signIn: SignInRef): Promise<boolean>
  /** Ends a session, with an audit entry. Returns false if it had already ended. @default by the system */
  endSession(companyId: string, sessionId: string, reason: EndReason, by?: SessionActor): Promise<boolean>
  users(companyId: string, listing: UserListing): Promise<UserPage>
  /** The same list, of ids only. */
  userIds(companyId: string, listing: UserListing): Promise<UserIdPage>
  user(companyId: string, userId: string): Promise<UserRecord | null>
  catalogue(companyId: string): Promise<Catalogue | null>
  counts(companyId: string): Promise<Counts>
  /** The number of users with the Admin role, at this revision of the users or a later one. */
  adminCount(companyId: string, usersRevision: number): Promise<number>
  /** The change log after `since`, up to 500 entries. Without `since`, only the latest revision. */
  changes(companyId: string, since?: number): Promise<ChangePage>
  /**
   * Calls the listener within about a second of a change to the company. It is a hint: it can come without a change, or
   * once for several changes. Returns a function that stops it.
   */
  watch(companyId: string, listener: () => void): () => void
  /** A user's audit entries, newest first, and whether they are a member: the entries of the deleted are kept. */
  audit(
    companyId: string,
    userId: string,
    limit: number,
  ): Promise<{ isMember: boolean; entries: AuditRecord[] }>
  /**
   * Changes a company, and is the only method that does. It locks the company, loads the facts, calls the decision, and
   * applies changes, audit, change log and revisions together. A decision without changes adds no revision. If it throws,
   * or names a role or team that the company does not have, the write rejects and changes nothing.
   */
  write<Answer>(companyId: string, intent: Intent, plan: Plan<Answer>): Promise<Written<Answer>>
  /** Whether the store still holds the result of an intent with this fingerprint. */
  knows(companyId: string, intent: Pick<Intent, 'id' | 'fingerprint'>): Promise<boolean>
  selections: SelectionStore
  exports: ExportStore
  idle: IdleStore
  invitations: InvitationStore
  mail: InvitationMail
  /** Creates a company with its catalogue and users, or rejects and creates nothing. */
  createCompany(company: NewCompany): Promise<void>
  close(): Promise<void>
}
