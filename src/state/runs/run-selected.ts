import type { SelectionAction, SelectionRequest } from '../../contract/selection-requests.ts'
import type { Outcome } from '../core/outcome.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { endSelection, type UsedSelection } from './end-selection.ts'
import { ofSelection } from './of-selection.ts'
import { type RunOutcome, runAtOnce } from './run-at-once.ts'

interface SelectedRun<Query> extends UsedSelection {
  kind: 'delete' | 'resend'
  resource: SelectionRequest['resource']
  query: Query
  /** Whether the rows are those that are picked, whose selection then ends. */
  isPicked: boolean
}

/** Changes the rows of a selection immediately, without a confirmation. Never rejects. */
export async function runSelected<Query extends object>(
  state: RosterState,
  { kind, resource, query, isPicked, ...selection }: SelectedRun<Query>,
): Promise<Outcome<RunOutcome>> {
  const action: SelectionAction = { kind }
  const outcome = await runAtOnce(state, ofSelection(selection.used, query), action, resource)
  if (isPicked && outcome.ok) endSelection(selection, outcome.value.failed)
  return outcome
}
