import { isUnreadable } from '../../base/row-source.ts'
import { selectionLimits } from '../../contract/selection-requests.ts'
import type { RowStore } from '../lists/row-store.ts'

/** The most rows of a window that holds whole rows. */
const mostRows = 200

/** Reads the ids of a query: at most `most`, and one more if there are more. */
export async function readIds<Row extends { id: string }, Query>(
  { ids, list }: Pick<RowStore<Row, Query>, 'ids' | 'list'>,
  query: Query,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<readonly string[]> {
  const readsIds = ids()
  const read = readsIds ?? list
  const found: string[] = []
  for (let offset = 0; found.length <= most; ) {
    const limit = readsIds ? selectionLimits.ids : mostRows
    const { rows, total } = await read({ ...query, offset, limit }, { signal })
    for (const row of rows)
      if (row.id !== undefined && !(isUnreadable(row) && row.id === undefined)) found.push(row.id)
    offset += rows.length
    if (rows.length === 0 || offset >= total) break
  }
  return found
}
