import { useCallback } from 'react'
import { type Selection, selectNone } from '../base/selection.ts'
import type { SelectionRequest } from '../contract/selection-requests.ts'
import type { Outcome } from '../state/core/outcome.ts'
import type { SelectableView } from '../state/lists/list-selection.ts'
import type { RosterState } from '../state/roster/roster-state.ts'
import type { RunOutcome } from '../state/runs/run-at-once.ts'
import { callLater } from './call-later.ts'

const importRun = async () => {
  const { runSelected } = await import('../state/runs/run-selected.ts')
  return runSelected
}

/**
 * Returns a stable function that changes the selected rows of a view, or those of another selection, without a
 * confirmation. It never rejects. The view's selection then ends, except for rows that failed.
 */
export function useRunAtOnce<Query extends object>(
  state: RosterState,
  { picked, getState }: SelectableView<Query>,
  resource: SelectionRequest['resource'],
): (kind: 'delete' | 'resend', selection?: Selection, query?: Query) => Promise<Outcome<RunOutcome>> {
  return useCallback(
    async (kind, selection, query = getState().query) => {
      const used = selection ?? picked.get()
      const run = { kind, resource, query, used, picked: selection ? undefined : picked, selectNone }
      return callLater(importRun, (runSelected) => runSelected(state, run))
    },
    [state, picked, getState, resource],
  )
}
