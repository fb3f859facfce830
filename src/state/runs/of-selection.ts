import type { Selection } from '../../base/selection.ts'
import type { Of } from '../../contract/selection-requests.ts'
import type { UsersQuery } from '../../contract/users-query.ts'

/** Says which rows a selection names, for freezing. */
export function ofSelection(selection: Selection, query: UsersQuery): Of {
  const { mode, ids } = selection.toJSON()
  return mode === 'include' ? { ids } : { query, except: ids }
}
