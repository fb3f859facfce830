/** A row that could not be parsed. It keeps its place, so that the rows after it don't shift. */
export interface Unreadable {
  /** Distinguishes it from a row. */
  unreadable: true
  /** The row's id, if at least that could be read. */
  id?: string
  /** What was wrong with the row, for developers. */
  issue: string
}

/** A list that is read by position and may be loaded in part. A new object each time its data changes. */
export interface RowSource<Row> {
  /** How many rows the list has, loaded or not. */
  readonly total: number
  /** Whether `total` is exact or a lower bound. */
  readonly totalIs: 'exact' | 'atLeast'
  /** Returns the row, an unreadable one, or `undefined` while it isn't loaded. */
  at(index: number): Row | Unreadable | undefined
}

/** Creates a source from an array in which every row is loaded. */
export const fromArray = <Row>(rows: readonly Row[]): RowSource<Row> => ({
  total: rows.length,
  totalIs: 'exact',
  at: (index) => rows[index],
})

/** The total as a whole number from 0, whatever the backend reported. */
export const rowCount = (source: RowSource<unknown>): number =>
  Number.isFinite(source.total) ? Math.max(0, Math.floor(source.total)) : 0

/** Returns true if a row could not be parsed. */
export const isUnreadable = (row: unknown): row is Unreadable =>
  typeof row === 'object' && row !== null && 'unreadable' in row && row.unreadable === true
