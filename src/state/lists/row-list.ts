import type { RowRange } from '../../base/row-range.ts'
import type { StateCore } from '../core/state-core.ts'
import type { SavedRows } from '../row-writes/row-writes.ts'
import { createWindowCache } from '../windows/window-cache.ts'
import { createWindowLoader } from '../windows/window-loader.ts'
import { createWindowedList, type WindowedList } from '../windows/windowed-list.ts'
import type { ListQuery, QueryView, RowStore } from './row-store.ts'

/** The rows that a view shows. */
export interface RowList<Row, Query> extends WindowedList<Row> {
  /** Loads the ids of a range, at most 5,000, under the current query or the one that is passed. */
  idsOf(range: RowRange, options: { signal: AbortSignal; query?: Query }): Promise<readonly string[]>
}

/** Creates the list of a view. */
export function createRowList<Row extends { id: string }, Query extends ListQuery>(
  core: StateCore,
  store: RowStore<Row, Query>,
  view: QueryView<Query>,
): RowList<Row, Query> {
  const { names, known, writes, live, list: call } = store
  const getQuery = () => view.getState().query
  const load = createWindowLoader<Query, Row>(core, names.list, call)
  const list = createWindowedList(
    createWindowCache<Query, Row>(core, names.list, load),
    { getQuery, subscribe: view.subscribe },
    { update: known.update, isBusy: () => writes.getPendingIds().size > 0, subscribe: known.subscribe },
  )

  /** A change of this client may move a row out of a filter. Rows that others changed stay where they were. */
  function onSaved({ movesRows }: SavedRows) {
    if (movesRows) return void list.applyChanges()
    const isFiltered = Object.keys(getQuery()).some((part) => part !== 'search' && part !== 'sort')
    void (isFiltered && list.getSnapshot().changes === 0 ? list.applyChanges() : list.refetch())
  }

  return {
    ...list,
    async idsOf(range, { signal, query = getQuery() }) {
      const { idsOfRange } = await import('./ids-of-range.ts')
      return idsOfRange(store, query, range, signal)
    },
    subscribe(listener) {
      const leaves = [list.subscribe(listener), writes.onSaved(onSaved), live.retain()]
      return () => {
        for (const leave of leaves) leave()
      }
    },
  }
}
