import { type ChangeEvent, memo } from 'react'
import { isUnreadable, type Unreadable } from '../../base/row-source.ts'
import { tableMessages } from '../../messages/table.ts'
import { Checkbox } from '../checkbox/Checkbox.tsx'
import { Hidden } from '../hidden/Hidden.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { Skeleton } from '../skeleton/Skeleton.tsx'
import type { RowLayout } from './columns/row-layout.ts'
import { rowIndexAttribute } from './rows/row-elements.ts'

/** One row of the list. All props are plain values, so that it renders again only when one of them changes. */
export interface DataTableRowProps<Row> {
  index: number
  /** Undefined while the row is not loaded. */
  id: string | undefined
  row: Row | Unreadable | undefined
  /** The name of its checkbox. */
  name: string
  layout: RowLayout<Row>
  selected: boolean
  /** Why it cannot be selected. */
  skipped: string | undefined
  open: boolean
  pending: boolean
  /** Whether Tab reaches this row. */
  active: boolean
  onCheck: (event: ChangeEvent<HTMLInputElement>) => void
}

type Lengths = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Lines of different lengths. A row always gets the same ones. */
const skeletonLength = (index: number) => (3 + ((index * 7) % 4)) as Lengths

function Row<Data>(props: DataTableRowProps<Data>) {
  const { index, id, row, name, layout, selected, skipped, open, pending, active, onCheck } = props
  const { columns, folded, narrow, selects, opens } = layout
  const messages = useMessages(tableMessages)
  const tabIndex = active ? 0 : -1
  const loading = row === undefined
  const unreadable = isUnreadable(row)

  const check = selects && (
    <td className="roster-table-cell" data-column="check" aria-hidden={loading || unreadable || undefined}>
      {loading && <Skeleton shape="box" />}
      {!loading && !unreadable && (
        <Checkbox
          aria-label={messages.selectRow({ name })}
          checked={selected}
          reason={skipped}
          tabIndex={tabIndex}
          onChange={onCheck}
        />
      )}
    </td>
  )

  const cells = unreadable ? (
    <th className="roster-table-cell" scope="row" colSpan={columns.length} tabIndex={tabIndex}>
      {messages.unreadable}
    </th>
  ) : (
    columns.map((column) => {
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
  )

  return (
    <tr
      className="roster-table-row"
      aria-rowindex={rowIndexAttribute(index)}
      aria-current={open || undefined}
      aria-busy={pending || undefined}
      data-opens={opens ? '' : undefined}
      data-loading={loading ? '' : undefined}
      data-unreadable={unreadable ? '' : undefined}
      data-selected={selected ? '' : undefined}
      data-open={open ? '' : undefined}
      data-pending={pending ? '' : undefined}
    >
      {check}
      {cells}
    </tr>
  )
}

/** A row with its cells. It shows skeletons while it isn't loaded, and a message if it can't be read. */
export const DataTableRow = memo(Row) as typeof Row
