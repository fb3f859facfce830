import { type ForwardedRef, forwardRef, type ReactElement, useMemo, useRef } from 'react'
import { fromArray, rowCount } from '../../base/row-source.ts'
import { classNames } from '../element/class-names.ts'
import { mergeProps } from '../element/merge-props.ts'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'
import { useRosterUI } from '../roster-ui/RosterUIContext.ts'
import { useColumnChoice } from './columns/useColumnChoice.ts'
import { useColumnModel } from './columns/useColumnModel.ts'
import { DataTableColumns } from './DataTableColumns.tsx'
import { DataTableHead } from './DataTableHead.tsx'
import { DataTableRows } from './DataTableRows.tsx'
import type { DataTableProps } from './data-table-props.ts'
import { Pager } from './paging/Pager.tsx'
import { usePages } from './paging/usePages.ts'
import { refuseRows } from './refuse-rows.ts'
import { scrollByKey } from './scrolling/scroll-by-key.ts'
import { isNarrowWidth, useTableSize } from './scrolling/useTableSize.ts'
import { useRowSelection } from './selection/useRowSelection.ts'

function Table<Row>(props: DataTableProps<Row>, ref: ForwardedRef<HTMLDivElement>) {
  const {
    label,
    rows,
    columns,
    rowId,
    rowName,
    listKey,
    group,
    waiting = false,
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
    selectAllReason,
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
  const inContainer = paged ? pages.range.end - pages.range.start : count
  const hasGroup = group !== undefined
  const [size, measure] = useTableSize({ scrollRef, headRef, bodyRef, rows: inContainer, hasGroup })
  const narrow = isNarrowWidth(size.width)
  const { rootAttributes } = useRosterUI()
  const surrounding = rootAttributes['data-density'] ?? 'cosy'
  const ownDensity = density ?? (narrow && surrounding === 'cosy' ? 'touch' : undefined)

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

  // A new page starts at its first row.
  useIsomorphicLayoutEffect(() => {
    if (paged && scrollRef.current) scrollRef.current.scrollTop = 0
  }, [paged, pages.page, listKey])

  return (
    <div
      ref={ref}
      className={classNames(ownDensity ? 'roster-table roster-density' : 'roster-table', className)}
      data-paging={paging}
      data-size={size.width === undefined ? undefined : narrow ? 'narrow' : 'wide'}
      data-density={ownDensity}
      data-waiting={waiting ? '' : undefined}
      data-has-selection={selection && selection.extent !== 'none' ? '' : undefined}
      {...(waiting ? mergeProps(rest, refuseRows) : rest)}
    >
      <div ref={scrollRef} className="roster-table-scroll" tabIndex={-1}>
        <table
          className="roster-table-grid"
          onKeyDown={scrollByKey}
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
            selectAllReason={selectAllReason}
          />
          <DataTableRows
            scrollRef={scrollRef}
            bodyRef={bodyRef}
            size={size}
            measure={measure}
            page={paged ? pages.range : undefined}
            source={source}
            rowId={rowId}
            rowName={rowName}
            listKey={listKey}
            group={group}
            layout={layout}
            selection={selection}
            selectable={selectable}
            choice={choice}
            openId={openId}
            pendingIds={pendingIds}
            onActivate={onActivate}
            onFocusedRowChange={onFocusedRowChange}
            actionsRef={actionsRef}
            onRangeChange={onRangeChange}
          />
        </table>
      </div>
      {paged && <Pager pages={pages} total={waiting ? undefined : count} totalIs={source.totalIs} />}
    </div>
  )
}

/** Rows of any kind in a table that costs the same for ten rows and for a million. */
export const DataTable = forwardRef(Table) as <Row>(
  props: DataTableProps<Row> & { ref?: ForwardedRef<HTMLDivElement> },
) => ReactElement | null
