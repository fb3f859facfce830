import { idleSaveState, type SaveState } from '../../base/save-state.ts'
import type { ApiError } from '../../client/api-error.ts'
import { type UserField, userFields } from '../user-acts/user-acts.ts'
import type { WriteLane } from './write-lane.ts'

/** The state of the latest write to each field of a user. */
export type SaveStates = Readonly<Record<UserField, SaveState<ApiError>>>

const statesBy = (state: (field: UserField) => SaveState<ApiError>) =>
  Object.fromEntries(userFields.map((field) => [field, state(field)])) as SaveStates

/** The states of a user without writes. */
export const idleStates = statesBy(() => idleSaveState)

/** The states of a user's writes. */
export const statesOf = (lane: WriteLane): SaveStates => statesBy((field) => stateOf(lane, field))

function stateOf({ queue, failed, saved }: WriteLane, field: UserField): SaveState<ApiError> {
  if (queue.some(({ write }) => write.field === field)) return { status: 'saving', error: null }
  const failure = failed.findLast(({ write }) => write.field === field)
  if (!failure) return { status: saved.has(field) ? 'saved' : 'idle', error: null }
  const { error } = failure
  return { status: error.code === 'version_mismatch' ? 'conflict' : 'failed', error }
}
