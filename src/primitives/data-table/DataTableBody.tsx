import type { ComponentPropsWithoutRef, Ref } from 'react'
import { isUnreadable, type RowSource } from '../../base/row-source.ts'
import type { Selection } from '../../base/selection.ts'
import type { RowLayout } from './columns/row-layout.ts'
import { DataTableRow, type DataTableRowProps } from './DataTableRow.tsx'
import type { RowGroup } from './rows/row-group.ts'
import type { SlottedRow } from './rows/row-slots.ts'

/** Facts about rows, beside what their cells show. */
export interface RowFacts<Row> {
  source: RowSource<Row>
  layout: RowLayout<Row>
  rowName: (row: Row) => string
  selectable: ((row: Row) => true | string) | undefined
  openId: string | undefined
  pendingIds: ReadonlySet<string> | undefined
}

/** Which rows to draw, and the facts about them. */
export interface DataTableBodyProps<Row> extends ComponentPropsWithoutRef<'tbody'>, RowFacts<Row> {
  bodyRef: Ref<HTMLTableSectionElement>
  drawn: readonly SlottedRow[]
  /** A heading between the rendered rows. */
  group: RowGroup | undefined
  /** Position of the row that Tab reaches. */
  active: number
  selected: Selection | undefined
  onCheck: DataTableRowProps<Row>['onCheck']
}

/** The rendered rows. No other rows are read, however long the list is. */
export function DataTableBody<Row>(props: DataTableBodyProps<Row>) {
  const {
    bodyRef,
    source,
    drawn,
    group,
    active,
    layout,
    rowName,
    selected,
    selectable,
    openId,
    pendingIds,
    onCheck,
    ...handlers
  } = props

  return (
    <tbody ref={bodyRef} className="roster-table-body" {...handlers}>
      {drawn.map(({ slot, index, id }) => {
        const row = source.at(index)
        const readable = row !== undefined && !isUnreadable(row)
        const choosable = readable ? (selectable?.(row) ?? true) : true
        return (
          <DataTableRow
            key={slot}
            index={index}
            id={id}
            row={row}
            name={readable ? rowName(row) : ''}
            layout={layout}
            selected={id !== undefined && choosable === true && selected?.has(id) === true}
            skipped={choosable === true ? undefined : choosable}
            open={id !== undefined && id === openId}
            pending={id !== undefined && pendingIds?.has(id) === true}
            active={index === active}
            onCheck={onCheck}
          />
        )
      })}
      {group && (
        <tr key="group" className="roster-table-group">
          <th
            className="roster-table-group-title"
            scope="rowgroup"
            colSpan={layout.columns.length + Number(layout.selects) + Number(layout.opens)}
          >
            {group.label}
          </th>
        </tr>
      )}
    </tbody>
  )
}
