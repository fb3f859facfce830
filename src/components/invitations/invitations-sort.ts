import type { InvitationsSort } from '../../contract/invitations-query.ts'
import type { DataTableSort } from '../../primitives/data-table/columns/column-sort.ts'

/** The order of the list, as the table shows it. */
export const toTableSort = (sort: InvitationsSort): DataTableSort => ({
  column: sort.replace('-', ''),
  direction: sort.startsWith('-') ? 'descending' : 'ascending',
})

/** The order that a heading asks for; undefined for a column that can't be sorted by. */
export function toInvitationsSort({ column, direction }: DataTableSort): InvitationsSort | undefined {
  if (column !== 'email' && column !== 'sent' && column !== 'expires') return undefined
  return direction === 'descending' ? `-${column}` : column
}
