import { type ColumnBox, columnWidth } from './column.ts'

/** The least width of the primary column. If it were narrower, another column is hidden. */
const primaryWidth = 218

/** The available room. */
export interface FoldColumnsOptions {
  /** Width of the container, in pixels. */
  width: number
  /** Width of the table's own columns: check and open. */
  taken: number
  narrow: boolean
}

/** Returns the ids of the columns that there is no room for, the least important first. */
export function foldColumns(columns: readonly ColumnBox[], options: FoldColumnsOptions): string[] {
  const { width, taken, narrow } = options
  const widthOf = (column: ColumnBox) => columnWidth(column, narrow) ?? primaryWidth
  const foldable = columns.filter(({ primary, priority }) => !primary && priority)
  foldable.sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
  const folded: string[] = []
  let needed = columns.reduce((sum, column) => sum + widthOf(column), taken)
  for (const column of foldable) {
    if (needed <= width) break
    folded.push(column.id)
    needed -= widthOf(column)
  }
  return folded
}
