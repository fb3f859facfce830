import type { DataTableColumn } from './column.ts'

/** What all rows share; the same object until the layout changes. */
export interface RowLayout<Row> {
  /** The rendered columns, in order. */
  columns: readonly DataTableColumn<Row>[]
  /** Their widths in pixels; undefined for the primary column, which gets the remaining width. */
  widths: readonly (number | undefined)[]
  /** Ids of the columns that the container has no room for. */
  folded: readonly string[]
  /** Whether the container is narrow. */
  narrow: boolean
  /** Whether rows have a checkbox. */
  selects: boolean
  /** Whether rows open. */
  opens: boolean
}
