import type { Selection } from '../../base/selection.ts'
import type { PickedRows } from '../lists/picked-rows.ts'

/** The selection that an action has changed. */
export interface UsedSelection {
  picked: Pick<PickedRows<never>, 'get' | 'set'>
  /** What was picked when the action began. */
  used: Selection
  // It is passed, since a bundler keeps a module separate that later modules import too.
  selectNone: Selection
}

/** Ends a selection: only rows that failed stay selected, and what was picked since the action began. */
export function endSelection(
  { picked, used, selectNone }: UsedSelection,
  failed: readonly { id: string }[],
): void {
  const failedIds = failed.map(({ id }) => id)
  const now = picked.get()
  if (used.mode === 'exclude') picked.set((now.mode === 'exclude' ? selectNone : now).set(failedIds, true))
  else if (now.mode === 'include') picked.set(now.set(used.toJSON().ids, false).set(failedIds, true))
}
