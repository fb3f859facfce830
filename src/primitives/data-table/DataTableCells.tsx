import { memo } from 'react'
import { isUnreadable, type Unreadable } from '../../base/row-source.ts'
import { tableMessages } from '../../messages/table.ts'
import { Hidden } from '../hidden/Hidden.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { Skeleton } from '../skeleton/Skeleton.tsx'
import type { RowLayout } from './columns/row-layout.ts'

/** What the cells of a row show. */
export interface DataTableCellsProps<Row> {
  index: number
  /** Undefined while the row is not loaded. */
  id: string | undefined
  row: Row | Unreadable | undefined
  layout: RowLayout<Row>
  /** Whether Tab reaches this row. */
  active: boolean
}

type Lengths = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Lines of different lengths. A row always gets the same ones. */
const skeletonLength = (index: number) => (3 + ((index * 7) % 4)) as Lengths

function Cells<Data>({ index, id, row, layout, active }: DataTableCellsProps<Data>) {
  const { columns, folded, narrow, opens } = layout
  const messages = useMessages(tableMessages)
  const tabIndex = active ? 0 : -1
  const loading = row === undefined

  if (isUnreadable(row))
    return (
      <th className="roster-table-cell" scope="row" colSpan={columns.length} tabIndex={tabIndex}>
        {messages.unreadable}
      </th>
    )

  return columns.map((column) => {
    const content = loading
      ? (column.skeleton?.(index) ?? <Skeleton length={skeletonLength(index)} />)
      : column.cell(row, {
          index,
          primary: opens ? { 'data-primary': '', tabIndex } : undefined,
          folded,
          narrow,
        })
    // State in a cell belongs to its row, so elements that are reused for another row start without state. They are
    // wrapped in an element, since text that a translator has moved can't be removed.
    const cell =
      column.stateless || loading ? (
        content
      ) : (
        <span key={id} className="roster-table-content">
          {content}
        </span>
      )
    return column.primary ? (
      <th
        key={column.id}
        className="roster-table-cell"
        data-column={column.id}
        scope="row"
        tabIndex={loading || !opens ? tabIndex : undefined}
      >
        {loading ? (
          <>
            <Hidden>{messages.loading}</Hidden>
            <span className="roster-table-skeleton">{cell}</span>
          </>
        ) : (
          cell
        )}
      </th>
    ) : (
      <td
        key={column.id}
        className="roster-table-cell"
        data-column={column.id}
        aria-hidden={loading || undefined}
      >
        {cell}
      </td>
    )
  })
}

/** The cells of a row beside its checkbox. They don't render when the row is selected, opened or saved. */
export const DataTableCells = memo(Cells) as typeof Cells
