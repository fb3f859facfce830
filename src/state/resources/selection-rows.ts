import type { SelectionRowsQuery } from '../../client/roster-api.ts'
import type { SelectionRow } from '../../contract/selections.ts'
import type { Window } from '../../contract/windows.ts'
import type { ResourceDefinition } from './resource.ts'

/** A window of the rows of a frozen selection. */
export const selectionRowsOf = (
  selectionId: string | undefined,
  query: SelectionRowsQuery,
): ResourceDefinition<Window<SelectionRow>> => ({
  name: 'selections',
  id: `${selectionId} ${query.outcome} ${query.offset ?? 0}+${query.limit ?? ''}`,
  call({ selections: port }) {
    const rows = port?.rows
    return rows && selectionId !== undefined
      ? (options) => rows.call(port, selectionId, query, options)
      : undefined
  },
})
