import { columnVisibilityFeature, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { DataTableColumn } from './columns.ts'

/** What a table is sorted by. */
export interface DataTableSort {
  column: string
  direction: 'ascending' | 'descending'
}

/** Which columns there are, which are not shown, and what the owner sorts by. */
export interface UseColumnsOptions<Row> {
  columns: readonly DataTableColumn<Row>[]
  hidden: readonly string[]
  sort: DataTableSort | undefined
  onSortChange: ((sort: DataTableSort) => void) | undefined
}

/** The shown columns in order, and the ways to sort by them. */
export interface Columns<Row> {
  /** The same array until another column is shown. */
  shown: readonly DataTableColumn<Row>[]
  sortedBy(id: string): DataTableSort['direction'] | undefined
  /** Sorts by the column, or turns its direction round. */
  toggleSort(id: string): void
}

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature })

/** The owner windows and sorts: react-table never sees a row. */
const noRows: never[] = []

/** The model of columns, visibility and sorted heads. */
export function useColumns<Row>(options: UseColumnsOptions<Row>): Columns<Row> {
  const { columns, hidden, sort, onSortChange } = options
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, sortFirst }) => ({ id, header, sortDescFirst: sortFirst === 'descending' })),
    [columns],
  )
  const sorting = sort ? [{ id: sort.column, desc: sort.direction === 'descending' }] : []
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])), sorting },
    onSortingChange: (change) => {
      const [first] = typeof change === 'function' ? change(sorting) : change
      if (first) onSortChange?.({ column: first.id, direction: first.desc ? 'descending' : 'ascending' })
    },
  })

  const ids = table.getVisibleLeafColumns().map(({ id }) => id)
  const key = ids.join('\n')
  const shown = useMemo(() => {
    const visible = new Set(key.split('\n'))
    return columns.filter(({ id }) => visible.has(id))
  }, [columns, key])

  return {
    shown,
    sortedBy(id) {
      const direction = table.getColumn(id)?.getIsSorted()
      if (direction) return direction === 'asc' ? 'ascending' : 'descending'
    },
    toggleSort: (id) => table.getColumn(id)?.toggleSorting(),
  }
}
