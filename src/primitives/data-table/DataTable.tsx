import { type ForwardedRef, forwardRef, type ReactElement, useEffect, useMemo, useRef } from 'react'
import { fromArray, isUnreadable, rowCount } from '../../base/row-source.ts'
import { classNames } from '../element/class-names.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { useRosterUI } from '../roster-ui/RosterUIContext.ts'
import { useColumnChoice } from './columns/useColumnChoice.ts'
import { useColumnModel } from './columns/useColumnModel.ts'
import { DataTableBody } from './DataTableBody.tsx'
import { DataTableColumns } from './DataTableColumns.tsx'
import { DataTableHead } from './DataTableHead.tsx'
import { DataTableSpace } from './DataTableSpace.tsx'
import type { DataTableProps } from './data-table-props.ts'
import { useFocusedRow } from './focus/useFocusedRow.ts'
import { useRowEvents } from './focus/useRowEvents.ts'
import { useRowFocus } from './focus/useRowFocus.ts'
import { Pager } from './paging/Pager.tsx'
import { usePages } from './paging/usePages.ts'
import { useTableSize } from './scrolling/useTableSize.ts'
import { useVirtualRows } from './scrolling/useVirtualRows.ts'
import { useRowSelection } from './selection/useRowSelection.ts'
import { useTableActions } from './useTableActions.ts'

/** Containers below this width, in pixels, are narrow: no heads, columns folded, rows for fingers. */
const narrowWidth = 560

function Table<Row>(props: DataTableProps<Row>, ref: ForwardedRef<HTMLDivElement>) {
  const {
    label,
    rows,
    columns,
    rowId,
    rowName,
    listKey,
    hiddenColumns,
    defaultHiddenColumns,
    onHiddenColumnsChange,
    columnOrder,
    defaultColumnOrder,
    onColumnOrderChange,
    sort,
    onSortChange,
    onActivate,
    openId,
    pendingIds,
    onFocusedRowChange,
    actionsRef,
    onRangeChange,
    density,
    selection: selectionValue,
    defaultSelection,
    onSelectionChange,
    selectable,
    idsOf,
    onRangeTooLong,
    paging = 'virtual',
    page,
    defaultPage,
    onPageChange,
    pageSize,
    defaultPageSize,
    onPageSizeChange,
    className,
    ...rest
  } = props
  const scrollRef = useRef<HTMLDivElement>(null)
  const headRef = useRef<HTMLTableSectionElement>(null)
  const bodyRef = useRef<HTMLTableSectionElement>(null)

  const source = useMemo(() => ('total' in rows ? rows : fromArray(rows)), [rows])
  const count = rowCount(source)
  const paged = paging === 'pages'
  const pages = usePages(props, count)
  const all = useMemo(() => ({ start: 0, end: count }), [count])
  const range = paged ? pages.range : all

  const size = useTableSize({ scrollRef, headRef, bodyRef, rows: range.end - range.start })
  const narrow = size.width !== undefined && size.width < narrowWidth
  const { rootAttributes } = useRosterUI()
  const surrounding = rootAttributes['data-density'] ?? 'cosy'
  const ownDensity = density ?? (narrow && surrounding === 'cosy' ? 'touch' : undefined)

  const virtual = useVirtualRows({
    scrollRef,
    rows: count,
    rowHeight: size.row,
    viewport: size.viewport,
    listKey,
  })
  const { drawn, visible, before, after } = paged
    ? { drawn: range, visible: range, before: 0, after: 0 }
    : virtual.window

  const selection = useRowSelection({ ...props, source })
  const choice = useColumnChoice(props)
  const layout = useColumnModel({
    columns,
    hidden: choice.hidden,
    order: choice.order,
    width: size.width,
    narrow,
    selects: selection !== undefined,
    opens: onActivate !== undefined,
  })

  const focus = useRowFocus({ bodyRef, scrollRef, range, visible, reveal: virtual.reveal })
  const open = (index: number) => {
    const row = source.at(index)
    if (row !== undefined && !isUnreadable(row)) onActivate?.(row)
  }
  const events = useRowEvents({
    bodyRef,
    focus,
    selection,
    open: onActivate && open,
    range,
    page: Math.max(1, Math.floor(size.viewport / size.row) - 1),
  })

  const { active, within } = focus
  useFocusedRow({ source, rowId, index: within ? active : undefined, onFocusedRowChange })
  useTableActions(actionsRef, { bodyRef, source, rowId, drawn, visible, reveal: virtual.reveal, choice })
  const kept = within && (active < drawn.start || active >= drawn.end) && count > 0 ? active : undefined

  const { start, end } = visible
  const measured = size.width !== undefined
  useEffect(() => {
    if (measured) onRangeChange?.({ start, end })
  }, [measured, start, end, onRangeChange])

  // A new page is read from its first row.
  useIsomorphicLayoutEffect(() => {
    if (paged && scrollRef.current) scrollRef.current.scrollTop = 0
  }, [paged, pages.page, listKey])

  return (
    <div
      ref={ref}
      className={classNames(ownDensity ? 'roster-table roster-density' : 'roster-table', className)}
      data-paging={paging}
      data-size={narrow ? 'narrow' : 'wide'}
      data-density={ownDensity}
      {...rest}
    >
      <div
        ref={scrollRef}
        className="roster-table-scroll"
        tabIndex={-1}
        onScroll={paged ? undefined : virtual.onScroll}
      >
        <table
          className="roster-table-grid"
          aria-label={label}
          aria-rowcount={source.totalIs === 'exact' ? count + 1 : -1}
        >
          <DataTableColumns layout={layout} />
          <DataTableHead
            headRef={headRef}
            layout={layout}
            sort={sort}
            onSortChange={onSortChange}
            extent={selection?.extent ?? 'none'}
            onToggleAll={selection?.toggleAll}
          />
          {!paged && (
            <DataTableSpace height={before - (kept !== undefined && kept < drawn.start ? size.row : 0)} />
          )}
          <DataTableBody
            bodyRef={bodyRef}
            source={source}
            drawn={drawn}
            kept={kept}
            active={focus.active}
            layout={layout}
            rowId={rowId}
            rowName={rowName}
            selection={selection?.value}
            selectable={selectable}
            openId={openId}
            pendingIds={pendingIds}
            onCheck={events.onCheck}
            onKeyDown={events.onKeyDown}
            onKeyUp={events.onKeyUp}
            onClick={events.onClick}
            onFocus={focus.onFocus}
            onBlur={focus.onBlur}
          />
          {!paged && <DataTableSpace height={after} />}
        </table>
      </div>
      {paged && <Pager pages={pages} total={count} totalIs={source.totalIs} />}
    </div>
  )
}

/** Rows of any kind in a table that costs the same for ten rows and for a million. */
export const DataTable = forwardRef(Table) as <Row>(
  props: DataTableProps<Row> & { ref?: ForwardedRef<HTMLDivElement> },
) => ReactElement | null
