/** A row whose data made no sense: it keeps its place. */
export interface UnreadableRow {
  unreadable: true
}

/** A list that is read by position and may be loaded in part; a new object whenever its data changes. */
export interface RowSource<Row> {
  readonly total: number
  /** Whether `total` is counted to the end or a lower bound. */
  readonly totalIs: 'exact' | 'atLeast'
  /** The row, an unreadable one, or undefined while it is not loaded. */
  at(index: number): Row | UnreadableRow | undefined
}

/** A source over rows that are all there. */
export const fromArray = <Row>(rows: readonly Row[]): RowSource<Row> => ({
  total: rows.length,
  totalIs: 'exact',
  at: (index) => rows[index],
})

/** The total as a number that can be drawn, whatever a backend counted. */
export const rowCount = (source: RowSource<unknown>) =>
  Number.isFinite(source.total) ? Math.max(0, Math.floor(source.total)) : 0

/** Tells an unreadable row from a row. */
export const isUnreadableRow = (row: unknown): row is UnreadableRow =>
  typeof row === 'object' && row !== null && 'unreadable' in row && row.unreadable === true
