import { selectionLimits } from '../../contract/selection-requests.ts'
import type { UsersQuery } from '../../contract/users-query.ts'
import type { UsersListResult } from '../../hooks/useUsersList.ts'
import type { ofSelection } from '../../state/runs/of-selection.ts'

/** What {@link selectedIds} reads with. */
interface IdsReader extends Pick<UsersListResult, 'idsOf'> {
  /** Fires when another person signs in. */
  signal: AbortSignal
}

/**
 * The ids of a selection, as it was when it was chosen. If all that match are selected, all of their ids are loaded
 * before the first is returned, so that changes to these users don't move the others to another place.
 */
export async function* selectedIds(
  of: ReturnType<typeof ofSelection<UsersQuery>>,
  { idsOf, signal }: IdsReader,
): AsyncIterable<string> {
  if (!('query' in of)) return yield* 'ids' in of ? of.ids : []
  const { query, except } = of
  const found = new Set<string>()
  for (let start = 0, known = -1; known < found.size; ) {
    known = found.size
    signal.throwIfAborted()
    const ids = await idsOf({ start, end: start + selectionLimits.ids }, { signal, query })
    for (const id of ids) found.add(id)
    start += ids.length
  }
  for (const id of except) found.delete(id)
  yield* found
}
