import type { SelectionState, Undo } from '@aicx/roster/contract'
import type { SelectionRecord } from '../ports/selections.ts'
import { selectionTimes } from './limits.ts'

/** Milliseconds left to start or to continue. 0 once it has ended or it is too late. */
export function remainingMs({ madeAt, begunAt, endedAt }: SelectionRecord, now: Date): number {
  if (endedAt) return 0
  const until = begunAt
    ? begunAt.getTime() + selectionTimes.continue
    : madeAt.getTime() + selectionTimes.begin
  return Math.max(0, until - now.getTime())
}

/** Whether it is too late to start or to continue. */
export const isExpired = (selection: SelectionRecord, now: Date): boolean =>
  selection.endedAt === null && remainingMs(selection, now) === 0

/** Returns the state of a selection. */
export function stateOf(
  { undone, endedAt, isStopped, touchedAt }: SelectionRecord,
  now: Date,
): SelectionState {
  if (undone) return 'undone'
  if (endedAt) return isStopped ? 'stopped' : 'done'
  if (!touchedAt) return 'ready'
  return now.getTime() - touchedAt.getTime() > selectionTimes.pause ? 'paused' : 'running'
}

/** Returns how long a selection can be undone. A paused one can be undone for as long as it can be continued. */
export function undoOf(selection: SelectionRecord, now: Date): Undo | undefined {
  const { id, endedAt, undoable } = selection
  if (undoable === 0) return undefined
  const left = endedAt
    ? endedAt.getTime() + selectionTimes.undo - now.getTime()
    : stateOf(selection, now) === 'paused'
      ? remainingMs(selection, now)
      : 0
  return left > 0 ? { id, remainingMs: left } : undefined
}
