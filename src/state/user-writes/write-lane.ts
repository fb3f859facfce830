import type { SaveState } from '../../base/save-state.ts'
import type { ApiError } from '../../client/api-error.ts'
import type { UserChange } from '../known-users/apply-change.ts'
import type { Outcome } from './outcome.ts'
import type { UserField, UserOrder } from './user-order.ts'

/** How the changes of a user stand. */
export type WriteStates = Readonly<Record<UserField, SaveState<ApiError>>>

/** A change that waits or is under way. */
export interface QueuedWrite {
  order: UserOrder
  run(): Promise<void>
}

/** A change that failed, and how it is tried again. */
export interface FailedWrite {
  order: UserOrder
  error: ApiError
  again(): Promise<Outcome<unknown>>
}

/** The changes of one user: one is under way at a time, and what failed stays until it is answered. */
export interface WriteLane {
  queue: QueuedWrite[]
  isRunning: boolean
  failed: FailedWrite[]
  /** Fields that say so for a while, by the change that they say it of. */
  saved: Map<UserField, string>
  /** Roles that a change may have given whose answer was lost. */
  perhaps: Set<string>
}

/** Nothing was changed yet. */
export const createWriteLane = (): WriteLane => ({
  queue: [],
  isRunning: false,
  failed: [],
  saved: new Map(),
  perhaps: new Set(),
})

/** What is being saved, in its order. */
export const changesOf = ({ queue }: WriteLane): UserChange[] =>
  queue.flatMap(({ order }) => order.change ?? [])

/** How each field stands. */
export const statesOf = (lane: WriteLane): WriteStates => ({
  role: stateOf(lane, 'role'),
  teams: stateOf(lane, 'teams'),
  sessions: stateOf(lane, 'sessions'),
})

/** Nothing to tell. */
export const idleStates: WriteStates = statesOf(createWriteLane())

/** What failed before and is not meant any more once this is ordered: the same field, or in teams the same ones. */
export const isReplaced = (failed: UserOrder, next: UserOrder): boolean =>
  failed.field === next.field &&
  (failed.field !== 'teams' || teamsOf(failed).some((id) => teamsOf(next).includes(id)))

function stateOf({ queue, failed, saved }: WriteLane, field: UserField): SaveState<ApiError> {
  if (queue.some(({ order }) => order.field === field)) return { status: 'saving', error: null }
  const failure = failed.findLast(({ order }) => order.field === field)
  if (!failure) return { status: saved.has(field) ? 'saved' : 'idle', error: null }
  const { error } = failure
  return { status: field === 'role' && error.code === 'version_mismatch' ? 'conflict' : 'failed', error }
}

const teamsOf = ({ change }: UserOrder) => (change?.kind === 'teams' ? [...change.add, ...change.remove] : [])
