import type { UsersSort } from '../../contract/users-query.ts'
import type { DataTableSort } from '../../primitives/data-table/columns/column-sort.ts'

/** A sort of users as the table's heads show it. */
export function toTableSort(sort: UsersSort): DataTableSort {
  const descends = sort.startsWith('-')
  const key = descends ? sort.slice(1) : sort
  return { column: key === 'name' ? 'user' : key, direction: descends ? 'descending' : 'ascending' }
}

/** The sort that a column header requests, or undefined for a column that can't be sorted. */
export function toUsersSort({ column, direction }: DataTableSort): UsersSort | undefined {
  const key = column === 'user' ? 'name' : column
  if (key !== 'name' && key !== 'lastActive' && key !== 'joined') return undefined
  return direction === 'descending' ? `-${key}` : key
}
