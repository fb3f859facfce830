import type { RowRange } from '../../../base/row-range.ts'
import type { Selection } from '../../../base/selection.ts'
import { type IdentifiedRows, idAt, placeOf } from '../rows/row-place.ts'

/** A row by its id and last position. Until the row is loaded, only the position counts. */
interface Mark {
  id: string | undefined
  index: number
}

/** A series of ranges that start at the same row. Each replaces the previous one. */
export interface SelectionRun {
  anchor: Mark
  end: Mark
  chosen: boolean
  /** The selection without the range. */
  base: Selection
  /** The selection that the run made last. Any other value means that the selection was changed elsewhere. */
  made: Selection
  listKey: string | undefined
}

/** The current list and its selection. */
export interface RunSurroundings<Row> extends IdentifiedRows<Row> {
  value: Selection
  listKey?: string | undefined
}

const markOf = <Row>(rows: IdentifiedRows<Row>, index: number): Mark => ({ id: idAt(rows, index), index })

const placeNow = <Row>(rows: IdentifiedRows<Row>, { id, index }: Mark): number =>
  (id === undefined ? undefined : placeOf(rows, id, index)) ?? index

/** Whether a row was deleted or filtered out. Another row may be in its place. */
const isGone = <Row>(rows: IdentifiedRows<Row>, { id, index }: Mark): boolean =>
  id !== undefined && idAt(rows, index) !== undefined && placeOf(rows, id, index) === undefined

/** Starts a run at a row that was selected or deselected on its own. */
export const beginRun = <Row>(
  surroundings: RunSurroundings<Row>,
  index: number,
  { chosen, base, made }: Pick<SelectionRun, 'chosen' | 'base' | 'made'>,
): SelectionRun => {
  const mark = markOf(surroundings, index)
  return { anchor: mark, end: mark, chosen, base, made, listKey: surroundings.listKey }
}

/**
 * Returns the run that ends at `to`. It is the last run, if nothing else changed the selection and its first row is
 * still there, or a new one that starts at `from`. Only the keyboard passes `from`, which is where it comes from.
 */
export function continueRun<Row>(
  surroundings: RunSurroundings<Row>,
  run: SelectionRun | undefined,
  to: number,
  from: number | undefined,
): SelectionRun {
  const { value, listKey } = surroundings
  const end = markOf(surroundings, to)
  if (run?.made === value && run.listKey === listKey && !isGone(surroundings, run.anchor)) {
    const lastEnd = placeNow(surroundings, run.end)
    if ((from ?? lastEnd) === lastEnd) return { ...run, end }
  }
  const began = beginRun(surroundings, from ?? to, { chosen: true, base: value, made: value })
  return { ...began, end }
}

/** The rows of a run, where they are now. */
export function runRange<Row>(surroundings: RunSurroundings<Row>, run: SelectionRun): RowRange {
  const anchor = placeNow(surroundings, run.anchor)
  const end = placeNow(surroundings, run.end)
  return { start: Math.min(anchor, end), end: Math.max(anchor, end) + 1 }
}
