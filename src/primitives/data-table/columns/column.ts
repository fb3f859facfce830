import type { ReactNode } from 'react'

/**
 * Marks a button as the one that opens its row, so that the table can find and focus it. Spread it on a
 * `DataTablePrimary`.
 */
export interface PrimaryProps {
  'data-primary': ''
  tabIndex: 0 | -1
}

/** What a cell receives about its place in the table. */
export interface DataTableCell {
  index: number
  /** Props for the button in the primary column. Undefined if rows can't be opened. */
  primary: PrimaryProps | undefined
  /** Ids of the columns that the container has no room for; the primary cell may show them on its second line. */
  folded: readonly string[]
  /** Whether the container is narrow, so that the cell has little room and a high row. */
  narrow: boolean
}

/** A column of a `DataTable`. Keep the array stable, or every row renders again. */
export interface DataTableColumn<Row> {
  id: string
  /** Text of the head. */
  header: string
  cell(row: Row, cell: DataTableCell): ReactNode
  /**
   * Whether its cell is the row's header. It gets the width that the other columns leave. Exactly one column has it.
   */
  primary?: boolean
  /** In pixels. @default 160 */
  width?: number
  /** The width in a narrow container. @default `width` */
  narrowWidth?: number
  /** When there is no room, columns with a high number are hidden first. A column with 0 is never hidden. @default 0 */
  priority?: number
  /**
   * Whether its cells keep no state about their row, so that their elements can be reused for another row while
   * scrolling. @default false
   */
  stateless?: boolean
  /** Whether the owner can sort by it. */
  sortable?: boolean
  /** The direction after the first click on the heading. @default 'ascending' */
  sortFirst?: 'ascending' | 'descending'
  /** Rendered in the cell while its row isn't loaded. @default a bar */
  skeleton?(index: number): ReactNode
}

/** The parts of a column that decide its place. */
export type ColumnBox = Pick<DataTableColumn<never>, 'id' | 'primary' | 'width' | 'narrowWidth' | 'priority'>

/** The part of a column that decides its place. */
export const columnBox = ({ id, primary, width, narrowWidth, priority }: ColumnBox) => ({
  id,
  primary,
  width,
  narrowWidth,
  priority,
})

/** Width of a column in pixels; undefined for the primary column, which gets the remaining width. */
export const columnWidth = ({ primary, width = 160, narrowWidth = width }: ColumnBox, narrow: boolean) =>
  primary ? undefined : narrow ? narrowWidth : width

/** What the gutter adds to the last column's padding if rows can't be opened and so have no chevron. */
export const endGutter = (narrow: boolean) => (narrow ? 12 : 20)
