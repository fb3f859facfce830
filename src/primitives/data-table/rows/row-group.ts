/** A heading between two rows: it names those after it. */
export interface RowGroup {
  /** The position of its first row. */
  before: number
  label: string
}
