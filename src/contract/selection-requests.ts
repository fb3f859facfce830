import type { InvitationsQuery } from './invitations-query.ts'
import type { UsersQuery } from './users-query.ts'

/** The most ids that one request lists, and the most users that a selection has on the reference backend. */
export const selectionLimits = { ids: 5_000, users: 100_000 } as const

/** Which rows a selection freezes. */
export type Of<Query = UsersQuery> =
  | { ids: readonly string[] }
  | { query: Query; except: readonly string[] }
  /** The rows of a selection that failed, without those that have to be looked at first (`changed_since`). */
  | { failedOf: string }
  /** The rows that a selection, or the deletion of one user, has changed. */
  | { undoOf: string }

/** What a selection does to each of its rows. */
export type SelectionAction =
  /** With `deleteInvitations`, deleting users also deletes the pending invitations that they sent. */
  | { kind: 'delete'; deleteInvitations?: boolean | undefined }
  | { kind: 'resend' | 'undo' }
  | { kind: 'changeRole'; roleId: string }
  | { kind: 'changeTeams'; add: string[]; remove: string[] }

/** The body of `POST /v1/selections`. */
export type SelectionRequest =
  | { resource: 'users'; of: Of; action: SelectionAction }
  /** The action is `delete` or `resend`. */
  | { resource: 'invitations'; of: Of<InvitationsQuery>; action: SelectionAction }

/**
 * Which outcome the rows of a selection have: not started yet, skipped from the start, done, done in part, or failed.
 */
export const selectionOutcomes = ['allowed', 'skipped', 'done', 'partial', 'failed'] as const

/** An outcome of a row of a selection. */
export type SelectionOutcome = (typeof selectionOutcomes)[number]
