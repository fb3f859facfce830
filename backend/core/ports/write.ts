import type { IdleLogoutSettings, KnownErrorCode, User } from '@aicx/roster/contract'
import type { IdlePolicy, IdlePolicyChange } from './idle.ts'
import type { MailSettlement } from './invitation-mail.ts'
import type { InvitationEnd, InvitationFacts, NewInvitation, SeatsRecord } from './invitations.ts'
import type { NewSignIn } from './join-accounts.ts'
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
  /** If the selection is an undo, the role and team changes of each user after what it undoes. */
  since: Map<string, AuditEntry[]>
  invitations: InvitationFacts
  /** The company's seats, or null if it has no limit. */
  seats: SeatsRecord | null
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
  /** The pending invitation to their address. */
  invitationId: string | null
}

/** A change as data, so that every store applies the same one. */
export type Change = UserChange | InvitationChange

/** A change of a user. */
export type UserChange =
  | { kind: 'set_role'; userId: string; roleId: string }
  | { kind: 'change_teams'; userId: string; add: string[]; remove: string[] }
  | { kind: 'delete_user'; userId: string }
  | { kind: 'restore_user'; userId: string; roleId: string; teamIds: string[]; lastActiveAt: string | null }
  | { kind: 'end_sessions'; userId: string; reason: EndReason; except?: string }
  /** The account is created, unless there is one with this address. */
  | { kind: 'add_user'; userId: string; user: NewUser }

/** A user who is added to a company. */
export interface NewUser {
  /** The id of the account, if it has to be created. */
  accountId: string
  name: string
  email: string
  roleId: string
  teamIds: string[]
  /**
   * The password of an account without one, and a sign-in that begins with it. If the account has a password by now, the
   * write is refused as `signed_out`.
   */
  credentials?: NewCredentials
  /** A sign-in that gets a session, also where it has an ended one: the account became a user by this change. */
  signIn?: { id: string; expiresAt: Date }
}

/** What an account receives when its owner joins. */
export interface NewCredentials {
  passwordHash: string
  signIn: NewSignIn
}

/** A change of an invitation. */
export type InvitationChange =
  /** Makes a pending invitation, and requests its email. */
  | { kind: 'invite'; invitationId: string; invitation: NewInvitation }
  | {
      kind: 'change_invitation'
      invitationId: string
      roleId: string
      teamIds: string[]
      administrative: string[]
    }
  /** Requests another email, whose link replaces the earlier one. */
  | { kind: 'resend_invitation'; invitationId: string; expiresAt: Date; administrative: string[] }
  | { kind: 'end_invitation'; invitationId: string; as: InvitationEnd; userId: string | null }
  /** Stores the result of an email of the outbox. */
  | { kind: 'settle_mail'; invitationId: string; mailId: string; settlement: MailSettlement }

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
  /** Why a session ended or was extended, or why an email failed. */
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
  /** Seconds. */
  retryAfter?: number
  /** The user's latest state, if the request was meant for another version. */
  current?: User
}

/** A write before it is decided. */
export interface Plan<Answer> {
  /** The users that the decision depends on. */
  userIds: string[]
  /** The selection that the decision depends on. */
  selectionId?: string
  /** The invitations that the decision depends on, and the keys of addresses. */
  invitations?: {
    ids: string[]
    keys: string[]
    /** Users whose pending invitations the decision depends on too. */
    inviters?: string[]
  }
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
