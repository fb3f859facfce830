import type { KnownErrorCode, User, UserSortKey } from '@aicx/roster/contract'
import type { Catalogue, Counts, EndReason, SessionRecord, UserRecord } from './records.ts'
import type { StoreUnavailable } from './store-unavailable.ts'

/** A signed-in browser, as the identity port names it. */
export interface SignInRef {
  id: string
  accountId: string
  /** When the sign-in ends, whatever happens. */
  expiresAt: Date
}

/** What one company knows of a sign-in: its session, and the user behind it unless deleted. */
export interface Admission {
  session: SessionRecord
  user: UserRecord | null
  catalogue: Catalogue
  /** The store's clock. */
  now: Date
}

/** Which users, in which order, and which stretch of them. */
export interface UserListing {
  /** Folded terms, each of which must occur in name or email. */
  terms: string[]
  roleIds: string[]
  teamIds: string[]
  sort: UserSortKey
  /** The exact mirror of ascending, ties by id and the never active included. */
  descending: boolean
  limit: number
  /**
   * Where to begin: a position, a user to centre on with a position to fall back to, or behind a row.
   * Centred, the user has `limit / 2` rows (rounded down) before it, and the page stays full at both ends of the list.
   */
  from: { offset: number } | { around: string; offset: number } | { after: SortPosition; offset: number }
}

/** The place of a row in a sort: its sort key or RFC 3339 instant in UTC (null for never active), and its id. */
export interface SortPosition {
  key: string | null
  id: string
}

export interface UserPage {
  users: UserRecord[]
  offset: number
  total: number
  /** The users' revision that the page was read at. */
  revision: number
  /** The place of the last row, where more follow. */
  next?: SortPosition
}

export interface ChangeRecord {
  revision: number
  resource: 'users' | 'roles' | 'teams' | 'sessions'
  ids: string[]
  intent: string
  at: Date
}

export interface ChangePage {
  changes: ChangeRecord[]
  /** The company's latest revision. */
  revision: number
  /** Whether the log no longer reaches back to where the reader stood. */
  gap: boolean
}

/**
 * Who wants a change, and by which request. A repeated intent answers what the first did, and changes nothing;
 * with another fingerprint it is refused as `idempotency_mismatch`. Refusals are not kept: a repeat decides anew.
 */
export interface Intent {
  /** Made by the client. */
  id: string
  /** Tells whether a repeat is the same request. */
  fingerprint: string
  actor: { kind: 'user' | 'system'; id: string }
  requestId: string
}

/** What a decision may look at, read under the company's lock. */
export interface Facts {
  now: Date
  catalogue: Catalogue
  /** The acting user, unless the system acts or they were deleted meanwhile. */
  actor: UserRecord | null
  /** The users asked for, without unknown and deleted ones. */
  users: Map<string, UserRecord>
  /** Users who hold the Admin role. */
  adminCount: number
  /** Ids of the sessions that have not ended, of those users and of the actor. */
  openSessions: Map<string, string[]>
  /** The revision that this write's changes will carry, which becomes the `version` of each changed user. */
  revision: number
}

/** A change, as data, so that every store applies the same one. */
export type Change =
  | { kind: 'set_role'; userId: string; roleId: string }
  | { kind: 'change_teams'; userId: string; add: string[]; remove: string[] }
  | { kind: 'delete_user'; userId: string }
  | { kind: 'end_sessions'; userId: string; reason: EndReason; except?: string }

/** One line of the audit log: ids, not names. */
export interface AuditEntry {
  action: string
  targetId: string
  before?: AuditState
  after?: AuditState
}

/** What a change replaced, or put in its place. */
export interface AuditState {
  roleId?: string
  /** Teams joined by hand. */
  teamIds?: string[]
}

export interface AuditRecord extends AuditEntry {
  id: string
  at: Date
  intent: string
  actor: Intent['actor']
  /** The name or else the email of the acting user, the deleted included. */
  actorName?: string
  requestId: string
}

/** What a pure rule makes of the facts: a refusal, or changes with their audit and the answer. */
export type Decision<Answer> =
  | { refused: Refusal }
  | { changes: Change[]; audit: AuditEntry[]; answer: Answer }

export interface Refusal {
  code: KnownErrorCode
  reason?: string
  params?: Record<string, string>
  /** The user as they are, for a version that is not theirs any more. */
  current?: User
}

export interface Plan<Answer> {
  /** Users that the decision needs. */
  userIds: string[]
  decide(facts: Facts): Decision<Answer>
}

export type Written<Answer> =
  | { ok: true; answer: Answer; revision: number; repeated: boolean }
  | { ok: false; refused: Refusal }

/** A company to found: its catalogue and first users, each with an account known by email. */
export interface Founding extends Catalogue {
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
  found(company: Founding): Promise<void>
  close(): Promise<void>
}
