import { useSyncExternalStore } from 'react'
import type { RunSnapshot } from '../state/runs/run-snapshot.ts'
import type { SelectionRun } from '../state/runs/selection-run.ts'

const nowhere = () => () => {}

/** Returns a run as it is now, or undefined without one. */
export function useSelectionRun(run: SelectionRun | undefined): RunSnapshot | undefined {
  const read = () => run?.getSnapshot()
  return useSyncExternalStore(run?.subscribe ?? nowhere, read, read)
}
