import { type ChangeEvent, memo } from 'react'
import { isUnreadable } from '../../base/row-source.ts'
import { tableMessages } from '../../messages/table.ts'
import { Checkbox } from '../checkbox/Checkbox.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import { Skeleton } from '../skeleton/Skeleton.tsx'
import { DataTableCells, type DataTableCellsProps } from './DataTableCells.tsx'
import { rowIndexAttribute } from './rows/row-elements.ts'

/** One row of the list. All props are plain values, so that it renders again only when one of them changes. */
export interface DataTableRowProps<Row> extends DataTableCellsProps<Row> {
  /** The name of its checkbox. */
  name: string
  selected: boolean
  /** Why it cannot be selected. */
  skipped: string | undefined
  open: boolean
  pending: boolean
  onCheck: (event: ChangeEvent<HTMLInputElement>) => void
}

function Row<Data>(props: DataTableRowProps<Data>) {
  const { index, id, row, name, layout, selected, skipped, open, pending, active, onCheck } = props
  const { selects, opens } = layout
  const messages = useMessages(tableMessages)
  const loading = row === undefined
  const unreadable = isUnreadable(row)

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
      {selects && (
        <td
          className="roster-table-cell"
          data-column="check"
          aria-hidden={loading || unreadable || undefined}
        >
          {loading && <Skeleton shape="box" />}
          {!loading && !unreadable && (
            <Checkbox
              aria-label={messages.selectRow({ name })}
              checked={selected}
              reason={skipped}
              tabIndex={active ? 0 : -1}
              onChange={onCheck}
            />
          )}
        </td>
      )}
      <DataTableCells index={index} id={id} row={row} layout={layout} active={active} />
    </tr>
  )
}

/** A row with its cells. It shows skeletons while it isn't loaded, and a message if it can't be read. */
export const DataTableRow = memo(Row) as typeof Row
