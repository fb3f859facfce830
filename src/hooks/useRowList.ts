import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { RowRange } from '../base/row-range.ts'
import type { RowSource } from '../base/row-source.ts'
import type { StateCore } from '../state/core/state-core.ts'
import { createListNavigation, type ListNavigation } from '../state/lists/list-navigation.ts'
import { createListSelection, type ListSelection } from '../state/lists/list-selection.ts'
import type { ListView, ListViewParts } from '../state/lists/list-view.ts'
import { createRowList } from '../state/lists/row-list.ts'
import type { ListQuery, RowStore } from '../state/lists/row-store.ts'
import type { ListSnapshot } from '../state/windows/list-snapshot.ts'
import type { ListResult } from './list-result.ts'
import { useViewState } from './useViewState.ts'

/**
 * A list without its selection and the search that is being typed: what only shows the list doesn't render when these
 * change.
 */
export interface RowListResult<Row, Query> extends ListResult<Row> {
  /** The whole list by position. A new object whenever its data changes. */
  source: RowSource<Row>
  totalIs: 'exact' | 'atLeast'
  /** True while `rows` still belong to an earlier query or page, and the next ones are loading. */
  isPlaceholder: boolean
  /** The number of changes that would add, remove or move rows. They wait for `applyChanges`, so that nothing moves under the pointer. */
  changes: number
  /** The current query. */
  query: Query
  /** Shows the list with its waiting changes. */
  applyChanges(): Promise<void>
  /** Loads the rows of a range into `source`. */
  loadRange(range: RowRange): void
  setSearch(search: string): void
  /** Ids of rows with a change that is being saved. */
  pendingIds: ReadonlySet<string>
  /**
   * Returns a row's position in the loaded part of the list, or else its last known position. A new function for each
   * `source`.
   */
  positionOf: (id: string) => number | null
  /** Returns the row before or after another in the list, or null. Never rejects. */
  step: ListNavigation<Row>['step']
  /**
   * Loads the ids of a range whose rows are not all loaded, for a selection. Pass the query under which it was made, or
   * else the current one is used. Rejects with an `ApiError`.
   */
  idsOf(range: RowRange, options: { signal: AbortSignal; query?: Query }): Promise<readonly string[]>
  /** Which rows are selected, as a store. */
  selecting: ListSelection
}

/** The rows that a view shows. */
export interface RowListOptions<Row, Query extends ListQuery, Parts extends ListViewParts<Query>> {
  store: RowStore<Row, Query>
  view: ListView<Query, Parts>
  /** The page that `rows` holds. @default the first 50 */
  range?: RowRange | undefined
}

/** Loads the rows that a view shows. */
export function useRowList<
  Row extends { id: string },
  Query extends ListQuery,
  Parts extends ListViewParts<Query>,
>(
  core: StateCore,
  { store, view, range }: RowListOptions<Row, Query, Parts>,
): RowListResult<Row, Query> & Pick<ListSnapshot<Row>, 'pending'> {
  const list = useMemo(() => createRowList(core, store, view), [core, store, view])
  const selecting = useMemo(() => createListSelection(core, store, view, list), [core, store, view, list])
  const navigation = useMemo(() => createListNavigation(core, store, view, list), [core, store, view, list])

  // This effect runs before the subscription below, so that the first request is for this page.
  const { start, end } = range ?? {}
  useEffect(() => {
    if (start !== undefined && end !== undefined) list.showPage({ start, end })
  }, [list, start, end])

  const query = useViewState(view, (shown) => shown.query)
  const snapshot = useSyncExternalStore(list.subscribe, list.getSnapshot, list.getServerSnapshot)
  const { subscribe, getPendingIds } = store.writes
  const pendingIds = useSyncExternalStore(subscribe, getPendingIds, getPendingIds)
  const { source } = snapshot
  const positionOf = useMemo(() => navigation.positionsIn(source), [navigation, source])
  const { refetch, applyChanges, loadRange, idsOf } = list
  return {
    ...snapshot,
    total: source.total,
    totalIs: source.totalIs,
    query,
    refetch,
    applyChanges,
    loadRange,
    setSearch: view.setSearch,
    pendingIds,
    positionOf,
    step: navigation.step,
    selecting,
    idsOf,
  }
}
