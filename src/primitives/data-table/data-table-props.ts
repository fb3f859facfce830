import type { ComponentPropsWithoutRef, Ref } from 'react'
import type { RowRange } from '../../base/row-range.ts'
import type { RowSource } from '../../base/row-source.ts'
import type { DataTableColumn } from './columns/column.ts'
import type { DataTableSort } from './columns/column-sort.ts'
import type { ColumnChoiceOptions } from './columns/useColumnChoice.ts'
import type { FocusedRowChange } from './focus/useFocusedRow.ts'
import type { PagingOptions } from './paging/usePages.ts'
import type { RowSelectionOptions } from './selection/useRowSelection.ts'
import type { DataTableActions } from './useTableActions.ts'

/** The props of a table: its rows and columns, and its callbacks. */
export interface DataTableProps<Row>
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    ColumnChoiceOptions,
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
