import type {
  Impact,
  MissingPart,
  SelectionAction,
  SelectionOutcome,
  SkippedRows,
} from '@aicx/roster/contract'
import type { InvitationListing } from './invitation-listing.ts'
import type { UserListing } from './user-listing.ts'

/** A selection as stores keep it. Its state follows from its times. */
export interface SelectionRecord {
  id: string
  resource: 'users' | 'invitations'
  action: SelectionAction
  madeBy: Actor
  madeAt: Date
  /** When its first step was done, and its latest. */
  begunAt: Date | null
  touchedAt: Date | null
  /** When its last row was processed, or it was stopped. */
  endedAt: Date | null
  isStopped: boolean
  total: number
  allowed: number
  skipped: SkippedRows[]
  /** Null until it is calculated. */
  impact: Impact[] | null
  position: number
  done: number
  failed: number
  partial: number
  /** How many of the done rows can still be undone. */
  undoable: number
  undoOf: string | null
  undone: { by: Actor; at: Date } | null
}

/** A user who did something. Without a name if the user was erased. */
export interface Actor {
  id: string
  name?: string
}

/** A thing with the name that it had. */
export interface Named {
  id: string
  name: string
}

/** The state of a row before a step, so that the step can be undone. */
export type Before =
  | { kind: 'deleted'; role: Named; teams: Named[]; lastActiveAt: string | null }
  | { kind: 'role'; from: Named; to: Named }
  | { kind: 'teams'; joined: Named[]; left: Named[] }

/** A row whose turn comes. */
export interface Turn {
  /** The row's place in its selection, from 0. */
  place: number
  userId: string
  /** The role at the freeze. Null of a deleted user, in an undo. */
  roleId: string | null
  /** In an undo, what is to be undone. */
  before: Before | null
}

/** The result of a row. */
export interface TurnResult {
  place: number
  userId: string
  outcome: 'done' | 'partial' | 'failed'
  code?: string
  reason?: string
  params?: Record<string, string>
  missing?: MissingPart[]
  /** Absent if nothing was changed. */
  before?: Before
}

/** What a write changes of selections, in the same transaction as its other changes. */
export type SelectionChange =
  /** A change of one user, under the write's own id, so that it can be undone. */
  | { kind: 'record'; action: SelectionAction; userId: string; before: Before }
  | {
      kind: 'step'
      id: string
      /** The action from now on, if this step has changed it. */
      action?: SelectionAction
      results: TurnResult[]
      isLast: boolean
      undoOf: string | null
    }
  | { kind: 'stop'; id: string }

/** Which rows are frozen. Ids are those of the selection's resource. */
export type FreezeOf =
  | { ids: readonly string[] }
  | { listing: Omit<UserListing, 'limit' | 'from'>; except: readonly string[] }
  | { invitations: InvitationListing; except: readonly string[] }
  /** Failed rows, but those that have to be looked at first. */
  | { failedOf: string }
  /** Rows that can be undone, or those of them that failed in an earlier undo. */
  | { undoOf: string; failedIn?: string }

/** Rows that are skipped according to the rules. */
export interface FreezeSkips {
  /** The user who is skipped as `self`. */
  self: string | null
  /** Roles whose holders are skipped as `role_exceeds_yours`. */
  beyond: readonly string[]
  /** The last of this many holders of a role is skipped as `last_admin`. */
  lastAdmin: { roleId: string; count: number } | null
}

/** What is to be frozen. */
export interface Freeze {
  id: string
  intent: { id: string; fingerprint: string }
  resource: 'users' | 'invitations'
  action: SelectionAction
  madeBy: string
  of: FreezeOf
  skips: FreezeSkips
  /** The most rows. A selection of more is refused. */
  most: number
  /** The most rows of all selections of the company that are kept. */
  mostKept: number
  /** Values for the sentence of a skip. */
  paramsOf(reason: string, roleId: string): Record<string, string> | undefined
}

/** The selection with the company's revision, or why it can't be created. A repeated intent returns the first selection. */
export type Frozen =
  | { ok: true; selection: SelectionRecord; revision: number }
  | { ok: false; code: 'selection_empty' | 'selection_too_large' | 'idempotency_mismatch' | 'rate_limited' }

/** A row as people see it. */
export interface SelectionRowRecord {
  userId: string
  name: string
  email: string
  avatarUrl?: string
  roleId: string | null
  outcome: SelectionOutcome
  code?: string
  reason?: string
  params?: Record<string, string>
  missing?: MissingPart[]
}

/** Which rows of a selection. */
export interface SelectionRowListing {
  /** `done` includes `partial`. */
  outcome: SelectionOutcome | undefined
  offset: number
  limit: number
}

/** Selections of a company. Their steps are done by `Store.write`. */
export interface SelectionStore {
  /** The selection that was made for an intent, or null for a new intent. */
  known(companyId: string, intent: Freeze['intent']): Promise<Frozen | null>
  /** Stores the ids and roles of users, or of invitations, in their order, with one statement. */
  freeze(companyId: string, freeze: Freeze): Promise<Frozen>
  find(companyId: string, id: string): Promise<SelectionRecord | null>
  /** Selections that were created since then and have started, newest first, up to 200. */
  list(companyId: string, since: Date): Promise<SelectionRecord[]>
  rows(companyId: string, id: string, listing: SelectionRowListing): Promise<SelectionRowRecord[]>
  /** The next rows, from a place on. */
  turns(companyId: string, id: string, from: number, limit: number): Promise<Turn[]>
  /** The ids of the rows that the action is for. */
  allowedIds(companyId: string, id: string): Promise<string[]>
  /** How many members of each team are among the rows that the action is for. */
  teamCounts(companyId: string, id: string): Promise<Map<string, number>>
  setImpact(companyId: string, id: string, impact: Impact[]): Promise<void>
  /** The names of users and the addresses of invitations, including deleted ones. An erased user has no name. */
  names(companyId: string, userIds: string[]): Promise<Map<string, string>>
}
