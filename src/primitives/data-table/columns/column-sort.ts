import type { DataTableColumn } from './column.ts'

/** What a table is sorted by. */
export interface DataTableSort {
  column: string
  direction: 'ascending' | 'descending'
}

/** Returns the sort after a click on a column's heading: the opposite direction, or the column's first direction. */
export function nextSort(
  sort: DataTableSort | undefined,
  { id, sortFirst = 'ascending' }: Pick<DataTableColumn<never>, 'id' | 'sortFirst'>,
): DataTableSort {
  if (sort?.column !== id) return { column: id, direction: sortFirst }
  return { column: id, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}
