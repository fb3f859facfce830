import type { Selection } from '../../base/selection.ts'
import type { Of } from '../../contract/selection-requests.ts'

/** Says which rows a selection names, for freezing. */
export function ofSelection<Query>(selection: Selection, query: Query): Of<Query> {
  const { mode, ids } = selection.toJSON()
  return mode === 'include' ? { ids } : { query, except: ids }
}
