import type { RowSource } from '../../base/row-source.ts'
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
  core: StateCore,
  store: RowStore<Row, Query>,
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

  return {
    positionsIn: (source) => (id) => {
      const position = positionOf(id, source) ?? lastPositionOf(id)
      if (position !== undefined) remember(id, position)
      return position ?? null
    },
    async step(id, by) {
      try {
        const { stepInList } = await import('./step-in-list.ts')
        const stepped = { core, store, list, getQuery, positionOf, lastPositionOf, remember }
        return await stepInList(stepped, id, by)
      } catch {
        return null
      }
    },
  }
}
