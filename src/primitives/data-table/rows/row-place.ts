import { isUnreadable, type RowSource } from '../../../base/row-source.ts'

/** A list whose rows have ids. */
export interface IdentifiedRows<Row> {
  source: RowSource<Row>
  rowId: (row: Row) => string
}

/** How many rows around its last position a row is searched in. */
const reach = 5_000

/** The id of the row at a position; undefined while it is not loaded. */
export function idAt<Row>({ source, rowId }: IdentifiedRows<Row>, index: number): string | undefined {
  const row = source.at(index)
  return row === undefined || isUnreadable(row) ? undefined : rowId(row)
}

/**
 * Returns the current position of a row. It searches outward from the last position. Undefined if the row was deleted
 * or isn't loaded.
 */
export function placeOf<Row>(rows: IdentifiedRows<Row>, id: string, near: number): number | undefined {
  const last = rows.source.total - 1
  for (let step = 0; step <= reach; step += 1) {
    const after = near + step
    const before = near - step
    if (after > last && before < 0) return undefined
    if (after <= last && idAt(rows, after) === id) return after
    if (before >= 0 && before <= last && idAt(rows, before) === id) return before
  }
  return undefined
}
