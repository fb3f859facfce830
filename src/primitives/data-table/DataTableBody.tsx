import type { ComponentPropsWithoutRef, Ref } from 'react'
import type { RowRange } from '../../base/row-range.ts'
import { isUnreadable, type RowSource } from '../../base/row-source.ts'
import type { RowLayout } from './columns/row-layout.ts'
import { DataTableRow, type DataTableRowProps } from './DataTableRow.tsx'
import type { Selection } from './selection/selection.ts'

/** Which rows to draw, and what is true of them. */
export interface DataTableBodyProps<Row> extends ComponentPropsWithoutRef<'tbody'> {
  bodyRef: Ref<HTMLTableSectionElement>
  source: RowSource<Row>
  drawn: RowRange
  /** A row that stays in the document beyond the drawn ones, out of sight: it has the focus. */
  kept: number | undefined
  active: number
  layout: RowLayout<Row>
  rowId: (row: Row) => string
  rowName: (row: Row) => string
  selection: Selection | undefined
  selectable: ((row: Row) => true | string) | undefined
  openId: string | undefined
  pendingIds: ReadonlySet<string> | undefined
  onCheck: DataTableRowProps<Row>['onCheck']
}

/** The rows that are drawn; whatever the list's length, no more than these are touched. */
export function DataTableBody<Row>(props: DataTableBodyProps<Row>) {
  const {
    bodyRef,
    source,
    drawn,
    kept,
    active,
    layout,
    rowId,
    rowName,
    selection,
    selectable,
    openId,
    pendingIds,
    onCheck,
    ...handlers
  } = props

  const draw = (index: number) => {
    const row = source.at(index)
    const readable = row !== undefined && !isUnreadable(row)
    const id = readable ? rowId(row) : undefined
    const choosable = readable ? (selectable?.(row) ?? true) : true
    return (
      // By place: a row that arrives is drawn into its skeleton. Taken out and put in anew, the last rows of a list
      // would leave it too short for a moment, and the browser would scroll back.
      <DataTableRow
        key={index}
        index={index}
        row={row}
        name={readable ? rowName(row) : ''}
        layout={layout}
        selected={id !== undefined && choosable === true && selection?.has(id) === true}
        skipped={choosable === true ? undefined : choosable}
        open={id !== undefined && id === openId}
        pending={id !== undefined && pendingIds?.has(id) === true}
        active={index === active}
        onCheck={onCheck}
      />
    )
  }

  const rows = []
  if (kept !== undefined && kept < drawn.start) rows.push(draw(kept))
  for (let index = drawn.start; index < drawn.end; index += 1) rows.push(draw(index))
  if (kept !== undefined && kept >= drawn.end) rows.push(draw(kept))

  return (
    <tbody ref={bodyRef} className="roster-table-body" {...handlers}>
      {rows}
    </tbody>
  )
}
