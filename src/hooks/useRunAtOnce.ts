import { useCallback } from 'react'
import type { Selection } from '../base/selection.ts'
import type { SelectionAction, SelectionRequest } from '../contract/selection-requests.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { SelectableView } from '../state/lists/list-selection.ts'
import type { RosterState } from '../state/roster/roster-state.ts'
import { ofSelection } from '../state/runs/of-selection.ts'
import type { RunOutcome } from '../state/runs/run-at-once.ts'
import { callLater } from './call-later.ts'

const importRun = async () => {
  const { runAtOnce } = await import('../state/runs/run-at-once.ts')
  return runAtOnce
}

/**
 * Returns a stable function that changes the selected rows of a view, or those of another selection, without a
 * confirmation. It never rejects.
 */
export function useRunAtOnce<Query extends object>(
  state: RosterState,
  { picked, getState }: SelectableView<Query>,
  resource: SelectionRequest['resource'],
): (kind: 'delete' | 'resend', selection?: Selection, query?: Query) => Promise<Outcome<RunOutcome>> {
  return useCallback(
    async (kind, selection, query = getState().query) => {
      const action: SelectionAction = { kind }
      const used = selection ?? picked.get()
      const of = ofSelection(used, query)
      const outcome = await callLater(importRun, (runAtOnce) => runAtOnce(state, of, action, resource))
      if (!selection && outcome.ok)
        picked.end(
          used,
          outcome.value.failed.map(({ id }) => id),
        )
      return outcome
    },
    [state, picked, getState, resource],
  )
}
