import { isUnreadable } from '../../base/row-source.ts'
import type { StateCore } from '../core/state-core.ts'
import type { WindowedList } from '../windows/windowed-list.ts'
import type { RowStore } from './row-store.ts'

/** A list, and what its navigation remembers. */
export interface SteppedList<Row, Query> {
  core: Pick<StateCore, 'ask' | 'signal'>
  store: Pick<RowStore<Row, Query>, 'known' | 'list'>
  list: Pick<WindowedList<Row>, 'getSnapshot'>
  getQuery: () => Query
  /** The position of a loaded row. */
  positionOf(id: string): number | undefined
  /** The remembered position, which is valid only for the same query. */
  lastPositionOf(id: string): number | undefined
  remember(id: string, position: number): void
}

/** Returns the row before or after another one, and remembers where it is. Null at the ends. It loads what it needs. */
export async function stepInList<Row extends { id: string }, Query>(
  { core, store, list, getQuery, positionOf, lastPositionOf, remember }: SteppedList<Row, Query>,
  id: string,
  by: 1 | -1,
): Promise<Row | null> {
  async function load(range: { offset: number; limit: number; around?: string }) {
    const asked = core.ask()
    const { rows, offset } = await store.list({ ...getQuery(), ...range }, { signal: core.signal })
    for (const row of rows) if (!isUnreadable(row)) store.known.learn(row, asked)
    return { rows, offset }
  }

  /**
   * The row's position in the list as it is now. A row that has left the list counts as half a row before the row that
   * followed it.
   */
  async function locate(): Promise<number | undefined> {
    const loaded = positionOf(id)
    if (loaded !== undefined) return loaded
    const before = lastPositionOf(id)
    const window = await load({ around: id, offset: before ?? 0, limit: 3 })
    const at = window.rows.findIndex((row) => row.id === id)
    if (at >= 0) return window.offset + at
    return before === undefined ? undefined : before - 0.5
  }

  const rowAt = async (index: number) =>
    list.getSnapshot().source.at(index) ?? (await load({ offset: index, limit: 1 })).rows[0]

  const from = await locate()
  if (from === undefined) return null
  let to = by > 0 ? Math.floor(from + 1) : Math.ceil(from - 1)
  for (; to >= 0 && to < list.getSnapshot().source.total; to += by) {
    const row = await rowAt(to)
    if (!row) return null
    if (isUnreadable(row)) continue
    remember(row.id, to)
    return row
  }
  return null
}
