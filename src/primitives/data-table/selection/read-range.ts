import type { RowRange } from '../../../base/row-range.ts'
import { isUnreadable, type RowSource } from '../../../base/row-source.ts'

/** The rows of a range, as far as they are loaded. */
export interface RangeIds {
  /** Ids of the rows that can be selected. */
  selectable: string[]
  /** Ids of the rows that cannot. */
  skipped: Set<string>
  /** Whether all rows are loaded. */
  whole: boolean
}

/** Where the rows come from, and which of them can be selected. */
export interface ReadRangeOptions<Row> {
  source: RowSource<Row>
  rowId: (row: Row) => string
  canSelect: (row: Row) => boolean
}

/** Reads the ids of a range. Rows that cannot be read are left out. */
export function readRange<Row>({ start, end }: RowRange, options: ReadRangeOptions<Row>): RangeIds {
  const { source, rowId, canSelect } = options
  const ids: RangeIds = { selectable: [], skipped: new Set(), whole: true }
  for (let index = start; index < end; index += 1) {
    const row = source.at(index)
    if (row === undefined) ids.whole = false
    else if (isUnreadable(row)) continue
    else if (canSelect(row)) ids.selectable.push(rowId(row))
    else ids.skipped.add(rowId(row))
  }
  return ids
}
