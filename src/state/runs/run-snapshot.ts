import type { ApiError } from '../../client/api-error.ts'
import type { SelectionAction, SelectionRequest } from '../../contract/selection-requests.ts'
import type { FailedRow, FrozenSelection, PartialRow } from '../../contract/selections.ts'

/**
 * How far a run is in this tab. `waiting`: the server can't be reached, and the run continues automatically. `paused`:
 * it waits for a person. `failed`: it couldn't be frozen.
 */
export type RunPhase = 'freezing' | 'ready' | 'running' | 'waiting' | 'paused' | 'stopped' | 'done' | 'failed'

/** A change of many users at one moment. */
export interface RunSnapshot {
  phase: RunPhase
  action: SelectionAction
  resource: SelectionRequest['resource']
  /** What the server has frozen; `null` until then. */
  selection: FrozenSelection | null
  /** The users who weren't changed, at most the first 200. */
  failed: readonly FailedRow[]
  /** The users whom an undo only restored in part, at most the first 200. */
  partial: readonly PartialRow[]
  /** Whether *Stop* was chosen and the current step isn't finished. */
  isStopping: boolean
  /** Estimated milliseconds until the end. `null` while there is no estimate. */
  restMs: number | null
  /** Why the run waits, is paused or has failed. */
  error: ApiError | null
}

/** The most failed and partial rows that are kept. All of them can be read as a window. */
export const mostRows = 200

/** Whether nothing more happens to a selection. */
export const isOver = ({ state }: FrozenSelection): boolean =>
  state === 'done' || state === 'stopped' || state === 'undone'
