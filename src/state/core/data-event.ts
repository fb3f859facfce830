import type { ApiError } from '../../client/api-error.ts'
import type { EndReason } from '../idle/idle-state.ts'

/** Lists that are read by windows. */
export type ListName = 'users' | 'invitations'

/** What a provider reads from its api. */
export type ResourceName =
  | ListName
  | 'user'
  | 'activity'
  | 'invitation'
  | 'invitationActivity'
  | 'invitationSettings'
  | 'pendingInvitations'
  | 'session'
  | 'roles'
  | 'teams'
  | 'permissions'
  | 'selections'
  | 'idleLogout'

/** The request that failed. */
export interface RequestContext {
  resource: ResourceName
  /** Position of the first requested row, in a list. */
  offset?: number
  /** Number of requested rows, in a list. */
  limit?: number
}

/** How a response contradicts its request or itself. The shown rows are corrected. */
export type AnswerFault = 'too_many_rows' | 'missing_rows' | 'repeated_rows' | 'wrong_offset' | 'wrong_total'

/**
 * What happens in a provider, for your telemetry. Times are in milliseconds. Events contain no personal data, except what
 * an exception's own message contains, in the `error` of `part.failed`.
 */
export type RosterDataEvent =
  | { type: `${ListName}.loaded`; offset: number; rows: number; total: number; ms: number }
  | { type: 'row.unreadable'; resource: ListName; index: number; id?: string; issue: string }
  | { type: 'answer.inconsistent'; resource: ListName; fault: AnswerFault }
  | { type: 'request.failed'; context: RequestContext; error: ApiError; ms: number }
  | { type: 'session.changed'; isAnotherPerson: boolean }
  | { type: 'session.ended'; reason: EndReason }
  | { type: 'part.failed'; part: 'page' | 'panel' | 'dialog'; error: unknown }
