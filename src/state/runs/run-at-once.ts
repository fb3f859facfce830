import { ExplainedError } from '../../client/explained-error.ts'
import type { SelectionAction, SelectionRequest } from '../../contract/selection-requests.ts'
import type { FailedRow } from '../../contract/selections.ts'
import type { Undo } from '../../contract/undo.ts'
import type { Outcome } from '../core/outcome.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { selectionRunsOf } from './selection-runs.ts'

/** The result of a change of many users. */
export interface RunOutcome {
  /** How many users were changed. */
  done: number
  /** The users who weren't changed, at most the first 200. */
  failed: readonly FailedRow[]
  /** Present if it can be undone, as the `undoOf` of another change. */
  undo?: Undo
}

/** Freezes rows and carries out an action immediately, without a confirmation. Never rejects. */
export async function runAtOnce(
  state: RosterState,
  of: SelectionRequest['of'],
  action: SelectionAction,
  resource?: SelectionRequest['resource'],
): Promise<Outcome<RunOutcome>> {
  const end = await selectionRunsOf(state).prepare(of, action, resource).start()
  const { phase, selection, failed, error } = end
  if (selection && (phase === 'done' || phase === 'stopped'))
    return {
      ok: true,
      value: { done: selection.done, failed, ...(selection.undo && { undo: selection.undo }) },
    }
  return { ok: false, error: error ?? new ExplainedError('aborted', 'The change was paused.') }
}
