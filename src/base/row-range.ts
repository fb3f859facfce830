/** A range of rows by position. */
export interface RowRange {
  /** Position of the first row, from 0. */
  start: number
  /** Position after the last row. */
  end: number
}
