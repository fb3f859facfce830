import { useSyncExternalStore } from 'react'
import type { SelectionRun } from '../state/runs/selection-run.ts'
import { type SelectionRuns, selectionRunsOf } from '../state/runs/selection-runs.ts'
import { useRosterState } from './RosterContext.ts'

/** What {@link useSelectionRuns} returns. Its functions are stable. */
export interface UseSelectionRunsResult extends Pick<SelectionRuns, 'prepare' | 'adopt'> {
  /** The runs that were started in this tab. */
  begun: readonly SelectionRun[]
}

/** Freezes many users for a change and carries it out. `useSelectionRun` follows a run. */
export function useSelectionRuns(): UseSelectionRunsResult {
  const { prepare, adopt, subscribe, getBegun } = selectionRunsOf(useRosterState('useSelectionRuns'))
  const begun = useSyncExternalStore(subscribe, getBegun, getBegun)
  return { prepare, adopt, begun }
}
