import type { ComponentPropsWithoutRef, Ref } from 'react'
import type { RowRange } from '../../base/row-range.ts'
import type { RowSource } from '../../base/row-source.ts'
import type { DataTableColumn } from './columns/column.ts'
import type { DataTableSort } from './columns/column-sort.ts'
import type { ColumnChoiceOptions } from './columns/useColumnChoice.ts'
import type { FocusedRowChange } from './focus/useFocusedRow.ts'
import type { PagingOptions } from './paging/usePages.ts'
import type { RowGroup } from './rows/row-group.ts'
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
  /** Returns a name for the row's checkbox. */
  rowName: (row: Row) => string
  /** A key of the list. Change it with each new search or order, and the list starts at its first row and page. */
  listKey?: string
  /** A heading between two rows, which names the rows after it. */
  group?: RowGroup | undefined
  /**
   * Whether the rows belong to an earlier query, while the next one is loading. They are dimmed and can't be selected
   * or opened. @default false
   */
  waiting?: boolean
  sort?: DataTableSort
  /** Omit it and the headings can't sort. */
  onSortChange?: (sort: DataTableSort) => void
  /** Opens a row, by its button or a click beside it. Omit it and rows can't be opened. */
  onActivate?: (row: Row) => void
  /** Id of the row that is open beside the table. */
  openId?: string
  /** Ids of rows with a change that is being saved. */
  pendingIds?: ReadonlySet<string>
  /** Called when the focus moves to another row (undefined until it is loaded), or leaves the rows. */
  onFocusedRowChange?: FocusedRowChange<Row> | undefined
  /** Receives the handle that focuses rows. */
  actionsRef?: Ref<DataTableActions> | undefined
  /** Called with the visible rows, so that the owner loads them. In a fling, only where it starts and ends. */
  onRangeChange?: (range: RowRange) => void
  /** @default that of the surroundings; touch in a narrow container */
  density?: 'compact' | 'cosy' | 'touch'
}
