import type { RowRange } from '../../base/row-range.ts'
import { portMethod } from '../../client/port-method.ts'
import type { RowStore } from './row-store.ts'

/** Loads the ids of a range of a query, at most 5,000. Rejects with `unsupported` if the port can't. */
export async function idsOfRange<Row extends { id: string }, Query>(
  { names, ids }: Pick<RowStore<Row, Query>, 'names' | 'ids'>,
  query: Query,
  { start, end }: RowRange,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const read = portMethod(ids(), `${names.list}.ids`)
  const { rows } = await read({ ...query, offset: start, limit: end - start }, { signal })
  return rows.flatMap(({ id }) => id ?? [])
}
