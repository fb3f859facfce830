import type { ReactNode } from 'react'

/** What makes a button the way into a row, found and focused by the table; spread it on a `DataTablePrimary`. */
export interface PrimaryProps {
  'data-primary': ''
  tabIndex: 0 | -1
}

/** What a cell knows of its place. */
export interface DataTableCell {
  index: number
  /** For the button in the primary column; undefined where rows do not open. */
  primary: PrimaryProps | undefined
  /** Ids of the columns that the container has no room for; the primary cell may show them on its second line. */
  folded: readonly string[]
}

/** A column of a `DataTable`; keep the array stable, or every row is drawn anew. */
export interface DataTableColumn<Row> {
  id: string
  /** Text of the head. */
  header: string
  cell(row: Row, cell: DataTableCell): ReactNode
  /** Names the row: its cell is the row's header, and as wide as the others leave it. One column has it. */
  primary?: boolean
  /** In pixels. @default 160 */
  width?: number
  /** In a narrow container. @default `width` */
  narrowWidth?: number
  /** Where room is short, high numbers fold first; 0 never does. @default 0 */
  priority?: number
  /** Its cells keep no state about their row, so their elements may pass to another row while scrolling. @default false */
  stateless?: boolean
  /** Whether the owner can sort by it. */
  sortable?: boolean
  /** Direction of the first click on the head. @default 'ascending' */
  sortFirst?: 'ascending' | 'descending'
  /** Rendered in the cell while its row isn't loaded. @default a bar */
  skeleton?(index: number): ReactNode
}

/** A column as far as its place matters. */
export type ColumnBox = Pick<DataTableColumn<never>, 'id' | 'primary' | 'width' | 'narrowWidth' | 'priority'>

/** Width of a column in pixels; undefined for the primary one, which takes what is left. */
export const columnWidth = ({ primary, width = 160, narrowWidth = width }: ColumnBox, narrow: boolean) =>
  primary ? undefined : narrow ? narrowWidth : width

/** What the gutter adds to the last column's padding, where rows do not open and no chevron ends on it. */
export const endGutter = (narrow: boolean) => (narrow ? 12 : 20)
