import type { FrozenSelection } from '@aicx/roster/contract'
import type { SelectionRecord } from '../ports/selections.ts'
import { remainingMs, stateOf, undoOf } from './selection-state.ts'

/** A selection in the form of the contract. */
export function viewSelection(selection: SelectionRecord, now: Date): FrozenSelection {
  const { id, resource, action, total, allowed, skipped, position, done, failed, partial } = selection
  const undo = undoOf(selection, now)
  return {
    id,
    resource,
    action,
    state: stateOf(selection, now),
    total,
    allowed,
    skipped,
    impact: selection.impact ?? [],
    position,
    done,
    failed,
    partial,
    madeBy: selection.madeBy,
    madeAt: selection.madeAt.toISOString(),
    ...(selection.endedAt && { endedAt: selection.endedAt.toISOString() }),
    ...(selection.undoOf && { undoOf: selection.undoOf }),
    ...(selection.undone && {
      undone: { by: selection.undone.by, at: selection.undone.at.toISOString() },
    }),
    remainingMs: remainingMs(selection, now),
    ...(undo && { undo }),
  }
}
