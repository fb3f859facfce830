import { isUnreadable, type RowSource } from '../../../base/row-source.ts'

/** A list whose rows have ids. */
export interface IdentifiedRows<Row> {
  source: RowSource<Row>
  rowId: (row: Row) => string
}

/** How far a row is looked for from where it was, in rows. */
const reach = 5_000

/** The id of the row at a position; undefined while it is not loaded. */
export function idAt<Row>({ source, rowId }: IdentifiedRows<Row>, index: number): string | undefined {
  const row = source.at(index)
  return row === undefined || isUnreadable(row) ? undefined : rowId(row)
}

/** Where a row is now, searched outward from where it was; undefined when it is gone or not loaded. */
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
