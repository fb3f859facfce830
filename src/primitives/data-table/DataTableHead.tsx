import { memo, type Ref } from 'react'
import { tableMessages } from '../../messages/table.ts'
import { Checkbox } from '../checkbox/Checkbox.tsx'
import { Icon } from '../icon/Icon.tsx'
import { useMessages } from '../roster-ui/useMessages.ts'
import type { DataTableColumn } from './columns/column.ts'
import { type DataTableSort, nextSort } from './columns/column-sort.ts'
import type { RowLayout } from './columns/row-layout.ts'
import type { SelectionExtent } from './selection/selection-extent.ts'

/** The headings, and the callbacks of their controls. */
export interface DataTableHeadProps<Row> {
  headRef: Ref<HTMLTableSectionElement>
  layout: RowLayout<Row>
  sort: DataTableSort | undefined
  /** Omit it and the headings can't sort. */
  onSortChange: ((sort: DataTableSort) => void) | undefined
  extent: SelectionExtent
  onToggleAll: (() => void) | undefined
  /** Why all rows can't be selected now. */
  selectAllReason: string | undefined
}

interface HeadingProps<Row> extends Pick<DataTableHeadProps<Row>, 'sort' | 'onSortChange'> {
  column: DataTableColumn<Row>
}

function ColumnHeading<Row>({ column, sort, onSortChange }: HeadingProps<Row>) {
  const sorted = onSortChange && sort?.column === column.id ? sort.direction : undefined
  return (
    <th
      className="roster-table-heading"
      data-column={column.id}
      data-sorted={sorted}
      scope="col"
      aria-sort={onSortChange && (sorted ?? 'none')}
    >
      {onSortChange ? (
        <button
          type="button"
          className="roster-table-sort"
          onClick={() => onSortChange(nextSort(sort, column))}
        >
          <span>{column.header}</span>
          {sorted && <Icon name="arrow-down" size="tiny" />}
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

const Heading = memo(ColumnHeading) as typeof ColumnHeading

function Head<Row>({
  headRef,
  layout,
  sort,
  onSortChange,
  extent,
  onToggleAll,
  selectAllReason,
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
              reason={selectAllReason}
              onChange={onToggleAll}
            />
          </th>
        )}
        {layout.columns.map((column) => (
          <Heading
            key={column.id}
            column={column}
            sort={sort}
            onSortChange={column.sortable ? onSortChange : undefined}
          />
        ))}
        {layout.opens && <td className="roster-table-heading" data-column="open" aria-hidden />}
      </tr>
    </thead>
  )
}

/** The table's head: the checkbox that selects all rows, and a button for each column that sorts. */
export const DataTableHead = memo(Head) as typeof Head
