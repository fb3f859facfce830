import { isUnreadable, type RowSource, rowCount } from './row-source.ts'
import type { Selection } from './selection.ts'

/** The most remaining rows that are checked. */
const countedRows = 200

/**
 * Whether every row of a selection of all that match has been taken out again. Rows that can't be selected don't count.
 * Such a selection has ended: a row that appears later isn't part of it.
 */
export function isEmptied<Row>(
  selection: Selection,
  source: RowSource<Row>,
  rowId: (row: Row) => string,
  isSelectable: (row: Row) => boolean = () => true,
): boolean {
  const total = rowCount(source)
  const rest = selection.count(total)
  if (selection.mode === 'include' || source.totalIs === 'atLeast') return false
  if (rest === 0 || rest > countedRows) return rest === 0
  for (let index = 0; index < total; index += 1) {
    const row = source.at(index)
    if (row === undefined) return false
    if (!isUnreadable(row) && selection.has(rowId(row)) && isSelectable(row)) return false
  }
  return true
}
