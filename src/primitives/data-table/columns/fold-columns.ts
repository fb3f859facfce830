import { type ColumnBox, columnWidth } from './column.ts'

/** Least width of the primary column; below it another column folds. */
const primaryWidth = 218

/** The room that there is. */
export interface FoldColumnsOptions {
  /** Width of the container, in pixels. */
  width: number
  /** Width of the table's own columns: check and open. */
  taken: number
  narrow: boolean
}

/** The ids of the columns that find no room, the least important first. */
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
