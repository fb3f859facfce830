import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  forwardRef,
  type ReactElement,
  type Ref,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import type { RowRange } from '../../base/row-range.ts'
import { fromArray, isUnreadable, type RowSource, rowCount } from '../../base/row-source.ts'
import { classNames } from '../element/class-names.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { useRosterUI } from '../roster-ui/RosterUIContext.ts'
import { columnWidth, type DataTableColumn, endGutter } from './columns.ts'
import { DataTableBody } from './DataTableBody.tsx'
import { DataTableHead } from './DataTableHead.tsx'
import { DataTableSpace } from './DataTableSpace.tsx'
import { Pager } from './Pager.tsx'
import { useColumnLayout } from './useColumnLayout.ts'
import { type DataTableSort, useColumns } from './useColumns.ts'
import { type FocusedRowChange, useFocusedRow } from './useFocusedRow.ts'
import { type PagingOptions, usePages } from './usePages.ts'
import { useRowEvents } from './useRowEvents.ts'
import { useRowFocus } from './useRowFocus.ts'
import { type RowSelectionOptions, useRowSelection } from './useRowSelection.ts'
import { type DataTableActions, useTableActions } from './useTableActions.ts'
import { useTableSize } from './useTableSize.ts'
import { useVirtualRows } from './useVirtualRows.ts'

/** A list as a table: what it shows, and what it tells. */
export interface DataTableProps<Row>
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    RowSelectionOptions<Row>,
    PagingOptions {
  /** Name of the table for assistive technology. */
  label: string
  rows: RowSource<Row> | readonly Row[]
  columns: readonly DataTableColumn<Row>[]
  rowId: (row: Row) => string
  /** Says whose checkbox it is. */
  rowName: (row: Row) => string
  /** Names the list: a new search or order has another key, and is seen from its first row. */
  listKey?: string
  /** Ids of columns that are not shown. */
  hiddenColumns?: readonly string[]
  sort?: DataTableSort
  /** Without it no head sorts. */
  onSortChange?: (sort: DataTableSort) => void
  /** Opens a row, by its button or a click beside it. Without it rows do not open. */
  onActivate?: (row: Row) => void
  /** Id of the row that is open beside the table. */
  openId?: string
  /** Ids of rows with a change under way. */
  pendingIds?: ReadonlySet<string>
  /** Called when the focus moves to another row (undefined until it is loaded), or leaves the rows. */
  onFocusedRowChange?: FocusedRowChange<Row> | undefined
  /** Receives the handle that focuses rows. */
  actionsRef?: Ref<DataTableActions> | undefined
  /** Which rows are seen, so that the owner loads them. */
  onRangeChange?: (range: RowRange) => void
  /** @default that of the surroundings; touch in a narrow container */
  density?: 'compact' | 'cosy' | 'touch'
}

/** Containers below this width, in pixels, are narrow: no heads, columns folded, rows for fingers. */
const narrowWidth = 560

const noColumns: readonly string[] = []

function Table<Row>(props: DataTableProps<Row>, ref: ForwardedRef<HTMLDivElement>) {
  const {
    label,
    rows,
    columns,
    rowId,
    rowName,
    listKey,
    hiddenColumns = noColumns,
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

  const pages = usePages(
    { page, defaultPage, onPageChange, pageSize, defaultPageSize, onPageSizeChange },
    count,
  )
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

  const { shown, ...sorting } = useColumns({ columns, hidden: hiddenColumns, sort, onSortChange })
  const selection = useRowSelection({
    source,
    rowId,
    listKey,
    selection: selectionValue,
    defaultSelection,
    onSelectionChange,
    selectable,
    idsOf,
    onRangeTooLong,
  })
  const layout = useColumnLayout({
    columns: shown,
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
  useTableActions(actionsRef, { bodyRef, source, rowId, drawn, visible, reveal: virtual.reveal })
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
          <colgroup>
            {layout.selects && <col className="roster-table-column" data-column="check" />}
            {layout.columns.map((column, index) => {
              const width = columnWidth(column, narrow)
              const isEnd = !layout.opens && index === layout.columns.length - 1
              return (
                <col
                  key={column.id}
                  className="roster-table-column"
                  data-column={column.id}
                  width={width && isEnd ? width + endGutter(narrow) : width}
                />
              )
            })}
            {layout.opens && <col className="roster-table-column" data-column="open" />}
          </colgroup>
          <DataTableHead
            headRef={headRef}
            layout={layout}
            sorting={onSortChange && sorting}
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
