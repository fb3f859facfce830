import type { IdleLogoutSettings, KnownErrorCode, User } from '@aicx/roster/contract'
import type { IdlePolicy, IdlePolicyChange } from './idle.ts'
import type { Catalogue, EndReason, UserRecord } from './records.ts'
import type { SelectionChange, SelectionRecord } from './selections.ts'

/**
 * Who makes a change, and by which request. A repeated intent returns the first result and changes nothing. With
 * another fingerprint it is refused as `idempotency_mismatch`. Refusals are not stored: a repeat is decided again.
 */
export interface Intent {
  /** Created by the client. */
  id: string
  /** Equal if a repeat is the same request. */
  fingerprint: string
  actor: { kind: 'user' | 'system'; id: string }
  requestId: string
  /** The step of a selection that this is. Events and audit carry the selection's id. */
  step?: { selectionId: string; from: number }
}

/** What a decision depends on, read under the company's lock. */
export interface Facts {
  now: Date
  catalogue: Catalogue
  idlePolicy: IdlePolicy
  /** The acting user, or null if the system acts or the user was deleted. */
  actor: UserRecord | null
  /** The users of the plan, without unknown and deleted ones. */
  users: Map<string, UserRecord>
  /** The users of the plan who are deleted. */
  gone: Map<string, GoneUser>
  /** The selection of the plan, or null. */
  selection: SelectionRecord | null
  /** The number of users with the Admin role. */
  adminCount: number
  /** Ids of the open sessions of those users and of the actor. */
  openSessions: Map<string, string[]>
  /** The revision of this write's changes. It becomes the `version` of each changed user. */
  revision: number
}

/** A deleted user. */
export interface GoneUser {
  id: string
  /** Whether the personal data was erased. */
  isErased: boolean
  /** Whether the account has another user in the company. */
  isBack: boolean
}

/** A change as data, so that every store applies the same one. */
export type Change =
  | { kind: 'set_role'; userId: string; roleId: string }
  | { kind: 'change_teams'; userId: string; add: string[]; remove: string[] }
  | { kind: 'delete_user'; userId: string }
  | { kind: 'restore_user'; userId: string; roleId: string; teamIds: string[]; lastActiveAt: string | null }
  | { kind: 'end_sessions'; userId: string; reason: EndReason; except?: string }

/** An entry of the audit log, with ids instead of names. */
export interface AuditEntry {
  action: string
  targetId: string
  before?: AuditState
  after?: AuditState
}

/** What a change replaced, or what it replaced it with. */
export interface AuditState {
  roleId?: string
  /** Teams that the user was added to directly. */
  teamIds?: string[]
  /** Why a session ended, or was to go on. */
  reason?: string
  idleLogout?: IdleLogoutSettings
}

/** An entry of the audit log as it is stored. */
export interface AuditRecord extends AuditEntry {
  id: string
  at: Date
  intent: string
  actor: Intent['actor']
  /** The name of the acting user, otherwise their email. Also set for deleted users. */
  actorName?: string
  requestId: string
}

/** The result of a rule: a refusal, or changes with their audit entries and the value to return. */
export type Decision<Answer> =
  | { refused: Refusal }
  | {
      changes: Change[]
      audit: AuditEntry[]
      answer: Answer
      selection?: SelectionChange
      idlePolicy?: IdlePolicyChange
    }

/** Why a write is refused. */
export interface Refusal {
  code: KnownErrorCode
  reason?: string
  params?: Record<string, string>
  /** The user's latest state, if the request was meant for another version. */
  current?: User
}

/** A write before it is decided. */
export interface Plan<Answer> {
  /** The users that the decision depends on. */
  userIds: string[]
  /** The selection that the decision depends on. */
  selectionId?: string
  decide(facts: Facts): Decision<Answer>
}

/** The result of a write. */
export type Written<Answer> =
  | {
      ok: true
      answer: Answer
      revision: number
      repeated: boolean
      /** The users of the plan after the write. */
      users: Map<string, UserRecord>
      /** The revision of the company's users after the write. */
      usersRevision: number
      /** For how long the company was locked. */
      lockedMs: number
    }
  | { ok: false; refused: Refusal }
