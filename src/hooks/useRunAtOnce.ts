import { useCallback } from 'react'
import type { Selection } from '../base/selection.ts'
import type { SelectionAction, SelectionRequest } from '../contract/selection-requests.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { SelectableView } from '../state/lists/list-selection.ts'
import type { RosterState } from '../state/roster/roster-state.ts'
import { ofSelection } from '../state/runs/of-selection.ts'
import type { RunOutcome } from '../state/runs/run-at-once.ts'

/**
 * Returns a stable function that changes the selected rows of a view, or those of another selection, without a
 * confirmation. It never rejects.
 */
export function useRunAtOnce<Query extends object>(
  state: RosterState,
  { picked, getState }: SelectableView<Query>,
  resource: SelectionRequest['resource'],
): (kind: 'delete' | 'resend', selection?: Selection) => Promise<Outcome<RunOutcome>> {
  return useCallback(
    async (kind, selection = picked.get()) => {
      const { runAtOnce } = await import('../state/runs/run-at-once.ts')
      const action: SelectionAction = { kind }
      return runAtOnce(state, ofSelection(selection, getState().query), action, resource)
    },
    [state, picked, getState, resource],
  )
}
