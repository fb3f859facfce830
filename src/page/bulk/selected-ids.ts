import type { Selection } from '../../base/selection.ts'
import type { UsersListResult } from '../../hooks/useUsersList.ts'

/** Ids that are loaded at once. */
const step = 5_000

/** The ids of a selection. If all that match are selected, their ids are loaded as they are read. */
export async function* selectedIds(selection: Selection, users: UsersListResult): AsyncIterable<string> {
  const { mode, ids } = selection.toJSON()
  if (mode === 'include') return yield* ids
  const { signal } = new AbortController()
  for (let start = 0; start < users.total; start += step) {
    const read = await users.idsOf({ start, end: Math.min(start + step, users.total) }, { signal })
    yield* read.filter((id) => selection.has(id))
    if (read.length === 0) return
  }
}
