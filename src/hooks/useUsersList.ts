import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { RowRange } from '../base/row-range.ts'
import type { RowSource } from '../base/row-source.ts'
import type { User } from '../contract/users.ts'
import type { UsersQuery } from '../contract/users-query.ts'
import type { UserWrites } from '../state/user-writes/user-writes.ts'
import { createUsersList } from '../state/users/users-list.ts'
import { createUsersNavigation, type UserNavigation } from '../state/users/users-navigation.ts'
import { createUsersSelection, type UsersSelection } from '../state/users/users-selection.ts'
import type { UsersView } from '../state/users/users-view.ts'
import type { UsersViewParts } from '../state/users/users-view-parts.ts'
import type { ListResult } from './list-result.ts'
import { useRosterState } from './RosterContext.ts'
import { useOwnedUsersView } from './useOwnedUsersView.ts'

/** Options of {@link useUsersList}. */
export interface UsersListOptions {
  /** The page that `rows` holds. @default the first 50 */
  range?: RowRange
  /** A view that you created, always the same one for a component. Without it, the hook creates one from the options below. */
  view?: UsersView
  /** The query, if you control it. */
  query?: UsersQuery
  /** The first query. @default {} */
  defaultQuery?: UsersQuery
  /** Called when the person searches, sorts or filters. */
  onQueryChange?: (query: UsersQuery) => void
}

/** A list of users without its selection, so that a change of the selection doesn't render what only shows the list. */
export interface UsersListResult extends ListResult<User> {
  /** The whole list by position. A new object whenever its data changes. */
  source: RowSource<User>
  totalIs: 'exact' | 'atLeast'
  /** True while the rows are those of an earlier query or page, and the next ones are loading. */
  isPlaceholder: boolean
  /** The number of changes that would add, remove or move rows. They wait for `applyChanges`, so that nothing moves under the pointer. */
  changes: number
  /** The current query. */
  query: UsersQuery
  /** The search as it is being typed. */
  search: string
  view: UsersView
  /** Shows the list with its waiting changes. */
  applyChanges(): Promise<void>
  /** Loads the rows of a range into `source`. */
  loadRange(range: RowRange): void
  setSearch: UsersView['setSearch']
  setSort: UsersView['setSort']
  setFilters: UsersView['setFilters']
  /** Ids of users with a change that is being saved. */
  pendingIds: ReadonlySet<string>
  /** Ids of users whose role was changed here and elsewhere at once. `useUser` resolves such a conflict. */
  conflictIds: ReadonlySet<string>
  /** Changes a user's role. Never rejects. */
  changeRole: UserWrites['changeRole']
  /** Adds a user to teams and removes them from others. Never rejects. */
  changeTeams: UserWrites['changeTeams']
  /** Returns a user's position in the list, as far as it is loaded, or their last known one. A new function for each `source`. */
  positionOf: (id: string) => number | null
  /** Returns the user before or after another in the list, or null. Never rejects. */
  step: UserNavigation['step']
  /** Loads the ids of a range whose rows are not all loaded, for a selection. Rejects with an `ApiError`. */
  idsOf(range: RowRange, options: { signal: AbortSignal }): Promise<readonly string[]>
  /** Which users are selected, as a store. `useUsers` subscribes to it. */
  selecting: UsersSelection
}

/** Loads the company's users, and offers changes to each of them. */
export function useUsersList(options: UsersListOptions = {}): UsersListResult {
  const { range, query, defaultQuery, onQueryChange } = options
  const state = useRosterState('useUsers')
  const ownView = useOwnedUsersView({
    caller: 'useUsers',
    defaultView: query ?? defaultQuery,
    value: useMemo(() => query && { query }, [query]),
    onChange: useCallback(
      (next: UsersViewParts, before: UsersViewParts) => {
        if (next.query !== before.query) onQueryChange?.(next.query)
      },
      [onQueryChange],
    ),
  })
  const view = options.view ?? ownView
  const list = useMemo(() => createUsersList(state, view), [state, view])
  const selecting = useMemo(() => createUsersSelection(state, view, list), [state, view, list])
  const navigation = useMemo(() => createUsersNavigation(state, view, list), [state, view, list])

  // This effect runs before the subscription below, so that the first request is for this page.
  const { start, end } = range ?? {}
  useEffect(() => {
    if (start !== undefined && end !== undefined) list.showPage({ start, end })
  }, [list, start, end])

  const shown = useSyncExternalStore(view.subscribe, view.getState, view.getInitialState)
  const snapshot = useSyncExternalStore(list.subscribe, list.getSnapshot, list.getServerSnapshot)
  const { writes } = state
  const pendingIds = useSyncExternalStore(writes.subscribe, writes.getPendingIds, writes.getPendingIds)
  const conflictIds = useSyncExternalStore(writes.subscribe, writes.getConflictIds, writes.getConflictIds)
  const { source } = snapshot
  const positionOf = useMemo(() => navigation.positionsIn(source), [navigation, source])
  const { total, totalIs } = source
  const { changeRole, changeTeams } = writes
  const { refetch, applyChanges, loadRange } = list
  const { setSearch, setSort, setFilters } = view
  return {
    ...snapshot,
    total,
    totalIs,
    query: shown.query,
    search: shown.search,
    view,
    refetch,
    applyChanges,
    loadRange,
    setSearch,
    setSort,
    setFilters,
    pendingIds,
    conflictIds,
    changeRole,
    changeTeams,
    positionOf,
    step: navigation.step,
    selecting,
    idsOf: list.idsOf,
  }
}
