import { isUnreadable, type RowSource } from '../../base/row-source.ts'
import type { StateCore } from '../core/state-core.ts'
import { windowSize } from '../windows/row-range.ts'
import type { WindowedList } from '../windows/windowed-list.ts'
import type { QueryView, RowStore } from './row-store.ts'

/** Goes from one row of a list to the next. */
export interface ListNavigation<Row> {
  /** Returns the positions of rows in a source, or the last known ones of rows that have left the list. */
  positionsIn(source: RowSource<Row>): (id: string) => number | null
  /** The previous or next row in the order of the list; null at its ends and after a failure. */
  step(id: string, by: 1 | -1): Promise<Row | null>
}

/** Creates the navigation of a list. It remembers the position of the row that was visited last. */
export function createListNavigation<Row extends { id: string }, Query>(
  { ask, signal }: StateCore,
  { known, list: call }: RowStore<Row, Query>,
  view: QueryView<Query>,
  list: WindowedList<Row>,
): ListNavigation<Row> {
  let last: { id: string; position: number; query: Query } | undefined
  const getQuery = () => view.getState().query

  function positionOf(id: string, { total, at } = list.getSnapshot().source): number | undefined {
    for (let index = 0; index < total; ) {
      const row = at(index)
      if (row?.id === id) return index
      // If the first row of a window isn't loaded, none of its rows is.
      index = row ? index + 1 : (Math.floor(index / windowSize) + 1) * windowSize
    }
    return undefined
  }

  /** The remembered position, which is valid only for the same query. */
  const lastPositionOf = (id: string) =>
    last?.id === id && last.query === getQuery() ? last.position : undefined

  function remember(id: string, position: number) {
    if (!list.getSnapshot().isPlaceholder) last = { id, position, query: getQuery() }
  }

  async function load(range: { offset: number; limit: number; around?: string }) {
    const asked = ask()
    const { rows, offset } = await call({ ...getQuery(), ...range }, { signal })
    for (const row of rows) if (!isUnreadable(row)) known.learn(row, asked)
    return { rows, offset }
  }

  /**
   * The row's position in the list as it is now. A row that has left the list counts as half a row before the row that
   * followed it.
   */
  async function locate(id: string): Promise<number | undefined> {
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

  return {
    positionsIn: (source) => (id) => {
      const position = positionOf(id, source) ?? lastPositionOf(id)
      if (position !== undefined) remember(id, position)
      return position ?? null
    },
    async step(id, by) {
      try {
        const from = await locate(id)
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
      } catch {
        return null
      }
    },
  }
}
