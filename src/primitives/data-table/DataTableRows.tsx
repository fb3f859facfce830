import { type RefObject, useEffect, useSyncExternalStore } from 'react'
import type { RowRange } from '../../base/row-range.ts'
import { isUnreadable, rowCount } from '../../base/row-source.ts'
import { tableMessages } from '../../messages/table.ts'
import { useMessages } from '../roster-ui/useMessages.ts'
import { useNotices } from '../roster-ui/useNotices.ts'
import type { ColumnChoice } from './columns/useColumnChoice.ts'
import { DataTableBody, type RowFacts } from './DataTableBody.tsx'
import { DataTableSpace } from './DataTableSpace.tsx'
import type { DataTableProps } from './data-table-props.ts'
import { useFocusedRow } from './focus/useFocusedRow.ts'
import { useRowEvents } from './focus/useRowEvents.ts'
import { useRowFocus } from './focus/useRowFocus.ts'
import { idAt } from './rows/row-place.ts'
import { usePrintedRows } from './rows/usePrintedRows.ts'
import { useRowSlots } from './rows/useRowSlots.ts'
import type { TableSize } from './scrolling/useTableSize.ts'
import { useVirtualRows } from './scrolling/useVirtualRows.ts'
import { useVisibleRange } from './scrolling/useVisibleRange.ts'
import type { RowSelection } from './selection/useRowSelection.ts'
import { useTableActions } from './useTableActions.ts'

type TakenProps =
  | 'rowId'
  | 'listKey'
  | 'group'
  | 'onActivate'
  | 'onFocusedRowChange'
  | 'actionsRef'
  | 'onRangeChange'

/** The list, and the element in which it scrolls. */
export interface DataTableRowsProps<Row> extends RowFacts<Row>, Pick<DataTableProps<Row>, TakenProps> {
  scrollRef: RefObject<HTMLElement | null>
  bodyRef: RefObject<HTMLTableSectionElement | null>
  size: TableSize
  /** Measures the table again. */
  measure: () => void
  /** The page that is rendered in full. Undefined if the list scrolls. */
  page: RowRange | undefined
  selection: RowSelection | undefined
  choice: ColumnChoice
}

const noRows: RowRange = { start: 0, end: 0 }

/** The rows in view and the space around them. When the list scrolls, only this component renders again. */
export function DataTableRows<Row>(props: DataTableRowsProps<Row>) {
  const { source, rowId, listKey, scrollRef, bodyRef, size, measure, page, selection, choice } = props
  const { actionsRef, onActivate, onFocusedRowChange, onRangeChange } = props
  const count = rowCount(source)
  const group = props.group && props.group.before < count ? props.group : undefined
  const onVisibleChange = useVisibleRange(onRangeChange)
  const virtual = useVirtualRows({
    scrollRef,
    rows: count,
    rowHeight: size.row,
    viewport: size.viewport,
    headingBefore: group?.before,
    headingHeight: size.group,
    listKey,
    onVisibleChange,
  })
  const { onScroll, reveal, shift } = virtual
  const isVirtual = page === undefined
  useEffect(() => {
    const scroll = scrollRef.current
    if (!scroll || !isVirtual) return
    scroll.addEventListener('scroll', onScroll, { passive: true })
    return () => scroll.removeEventListener('scroll', onScroll)
  }, [scrollRef, isVirtual, onScroll])

  // In a browser, rows are rendered once it is known how many are in view. A server renders some rows, so that its
  // output can be read.
  const isFromServer = useSyncExternalStore(neverChanges, inBrowser, onServer)
  const measured = size.width !== undefined
  const all = page ?? (measured || isFromServer ? virtual.window.drawn : noRows)
  const visible = page ?? (measured || isFromServer ? virtual.window.visible : noRows)

  const range = page ?? { start: 0, end: count }
  const { announce } = useNotices()
  const { paging } = useMessages(tableMessages)
  const onPushedAway = (row: Row) => announce(paging.moved({ name: props.rowName(row) }))
  const focus = useRowFocus({
    source,
    rowId,
    bodyRef,
    scrollRef,
    range,
    visible,
    reveal,
    shift,
    onPushedAway,
  })
  const focused = focus.within && count > 0 ? focus.active : undefined
  const drawn = useRowSlots({ source, rowId, bodyRef, drawn: all, focused, headingBefore: group?.before })
  const open = (index: number) => {
    const row = source.at(index)
    if (row !== undefined && !isUnreadable(row)) onActivate?.(row)
  }
  const events = useRowEvents({
    bodyRef,
    idOf: (index) => idAt({ source, rowId }, index),
    focus,
    selection,
    open: onActivate && open,
    range,
    page: Math.max(1, Math.floor(size.viewport / size.row) - 1),
  })
  useFocusedRow({ source, rowId, index: focused, onFocusedRowChange })
  useTableActions(actionsRef, { bodyRef, source, rowId, drawn: all, visible, reveal, choice, measure })

  usePrintedRows(bodyRef, visible)

  const { start, end } = visible
  useEffect(() => {
    if (measured) onVisibleChange({ start, end })
  }, [measured, start, end, onVisibleChange])

  const { before, after } = virtual.window
  const isAbove = focused !== undefined && focused < all.start
  return (
    <>
      {isVirtual && <DataTableSpace height={before - (isAbove ? size.row : 0)} />}
      <DataTableBody
        bodyRef={bodyRef}
        source={source}
        drawn={drawn}
        group={group && group.before >= all.start && group.before < all.end ? group : undefined}
        active={focus.active}
        layout={props.layout}
        rowName={props.rowName}
        selected={selection?.value}
        selectable={props.selectable}
        openId={props.openId}
        pendingIds={props.pendingIds}
        onCheck={events.onCheck}
        onKeyDown={events.onKeyDown}
        onKeyUp={events.onKeyUp}
        onPointerDown={events.onPointerDown}
        onClickCapture={events.onClickCapture}
        onClick={events.onClick}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
      />
      {isVirtual && <DataTableSpace height={after} />}
    </>
  )
}

const neverChanges = () => () => undefined
const inBrowser = () => false
const onServer = () => true
