import type { Ref } from 'react'
import { tableMessages } from '../../messages/table.ts'
import { Checkbox } from '../checkbox/Checkbox.tsx'
import { Icon } from '../icon/Icon.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import type { DataTableColumn } from './columns.ts'
import type { RowLayout } from './DataTableRow.tsx'
import type { SelectionExtent } from './selection-extent.ts'
import type { Columns } from './useColumns.ts'

/** The heads, and what they do. */
export interface DataTableHeadProps<Row> {
  headRef: Ref<HTMLTableSectionElement>
  layout: RowLayout<Row>
  /** Undefined where the owner cannot sort. */
  sorting: Pick<Columns<Row>, 'sortedBy' | 'toggleSort'> | undefined
  extent: SelectionExtent
  onToggleAll: (() => void) | undefined
}

/** The table's head: select all, and a button where the owner can sort. */
export function DataTableHead<Row>({
  headRef,
  layout,
  sorting,
  extent,
  onToggleAll,
}: DataTableHeadProps<Row>) {
  const messages = useMessages(tableMessages)
  return (
    <thead ref={headRef} className="roster-table-head">
      <tr aria-rowindex={1}>
        {layout.selects && (
          <th className="roster-table-heading" data-column="check" scope="col">
            <Checkbox
              aria-label={messages.selectAll}
              checked={extent === 'all'}
              mixed={extent === 'some'}
              onChange={onToggleAll}
            />
          </th>
        )}
        {layout.columns.map((column) => (
          <Heading key={column.id} column={column} sorting={column.sortable ? sorting : undefined} />
        ))}
        {layout.opens && <td className="roster-table-heading" data-column="open" />}
      </tr>
    </thead>
  )
}

interface HeadingProps<Row> extends Pick<DataTableHeadProps<Row>, 'sorting'> {
  column: DataTableColumn<Row>
}

function Heading<Row>({ column, sorting }: HeadingProps<Row>) {
  const sorted = sorting?.sortedBy(column.id)
  return (
    <th
      className="roster-table-heading"
      data-column={column.id}
      data-sorted={sorted}
      scope="col"
      aria-sort={sorting && (sorted ?? 'none')}
    >
      {sorting ? (
        <button type="button" className="roster-table-sort" onClick={() => sorting.toggleSort(column.id)}>
          {column.header}
          {sorted && <Icon name="arrow-down" size="small" />}
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
