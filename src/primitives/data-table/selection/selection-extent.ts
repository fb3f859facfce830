import { isUnreadable, type RowSource, rowCount } from '../../../base/row-source.ts'
import type { Selection } from '../../../base/selection.ts'

/** How much of a list is chosen. */
export type SelectionExtent = 'none' | 'some' | 'all'

/** A list and its selection. */
export interface SelectionExtentOptions<Row> {
  source: RowSource<Row>
  value: Selection
  rowId: (row: Row) => string
  selectable?: ((row: Row) => true | string) | undefined
}

/** The most rows that are checked to distinguish "all" from "some" when rows are picked one by one. */
const countedRows = 200

/** Returns what the heading's checkbox shows. */
export function selectionExtent<Row>(options: SelectionExtentOptions<Row>): SelectionExtent {
  const { source, value, rowId, selectable } = options
  const total = rowCount(source)
  const chosen = value.count(total)
  if (chosen === 0) return 'none'
  if (value.mode === 'exclude') return chosen === total ? 'all' : 'some'
  if (total === 0 || total > countedRows || source.totalIs === 'atLeast') return 'some'
  for (let index = 0; index < total; index += 1) {
    const row = source.at(index)
    if (row === undefined || isUnreadable(row)) return 'some'
    if (!value.has(rowId(row)) && (selectable?.(row) ?? true) === true) return 'some'
  }
  return 'all'
}
