import type { SelectionAction, SelectionRequest } from '../../contract/selection-requests.ts'
import type { Outcome } from '../core/outcome.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { endSelection, type UsedSelection } from './end-selection.ts'
import { ofSelection } from './of-selection.ts'
import { type RunOutcome, runAtOnce } from './run-at-once.ts'

interface SelectedRun<Query> extends Omit<UsedSelection, 'picked'> {
  kind: 'delete' | 'resend'
  resource: SelectionRequest['resource']
  query: Query
  /** What is picked, if these are the rows. Their selection then ends. */
  picked: UsedSelection['picked'] | undefined
}

/** Changes the rows of a selection immediately, without a confirmation. Never rejects. */
export async function runSelected<Query extends object>(
  state: RosterState,
  { kind, resource, query, picked, ...selection }: SelectedRun<Query>,
): Promise<Outcome<RunOutcome>> {
  const action: SelectionAction = { kind }
  const outcome = await runAtOnce(state, ofSelection(selection.used, query), action, resource)
  if (picked && outcome.ok) endSelection({ picked, ...selection }, outcome.value.failed)
  return outcome
}
