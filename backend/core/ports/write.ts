import type { KnownErrorCode, User } from '@aicx/roster/contract'
import type { Catalogue, EndReason, UserRecord } from './records.ts'

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
