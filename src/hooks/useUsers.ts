import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { RowRange } from '../base/row-range.ts'
import type { RowSource } from '../base/row-source.ts'
import type { User } from '../contract/users.ts'
import type { UsersQuery } from '../contract/users-query.ts'
import type { UserWrites } from '../state/user-writes/user-writes.ts'
import { createUsersList } from '../state/users/users-list.ts'
import type { UsersView } from '../state/users/users-view.ts'
import type { UsersViewParts } from '../state/users/users-view-parts.ts'
import { createUsersWalk, type UsersWalk } from '../state/users/users-walk.ts'
import type { ListResult } from './list-result.ts'
import { useRosterState } from './RosterContext.ts'
import { useOwnedUsersView } from './useOwnedUsersView.ts'

/** Options of {@link useUsers}. */
export interface UseUsersOptions {
  /** The page that `rows` answers. @default the first 50 */
  range?: RowRange
  /** A view that the host owns and gives to the same component for good; the options below belong to one that it does not. */
  view?: UsersView
  /** The query, where the host owns it. */
  query?: UsersQuery
  /** The query to begin with. @default {} */
  defaultQuery?: UsersQuery
  /** Hears what the person asks for. */
  onQueryChange?: (query: UsersQuery) => void
}

/** What {@link useUsers} answers. */
export interface UseUsersResult extends ListResult<User> {
  /** The whole list by position; a new object whenever its data changes. */
  source: RowSource<User>
  totalIs: 'exact' | 'atLeast'
  /** Whether what is shown is of an earlier query or page, or from before changes were applied, while the next is on its way. */
  isPlaceholder: boolean
  /** Changes of membership or order that wait for `applyChanges`, so that nothing moves under the pointer. */
  changes: number
  /** The query in force. */
  query: UsersQuery
  /** The search as it is being typed. */
  search: string
  view: UsersView
  /** Takes the list as it has become. */
  applyChanges(): Promise<void>
  /** Reads what a range needs of `source`. */
  loadRange(range: RowRange): void
  setSearch: UsersView['setSearch']
  setSort: UsersView['setSort']
  setFilters: UsersView['setFilters']
  /** Users who are being changed. */
  pendingIds: ReadonlySet<string>
  /** Users whose role another changed while this client did; `useUser` settles it. */
  conflictIds: ReadonlySet<string>
  /** Gives a user another role; never rejects. */
  changeRole: UserWrites['changeRole']
  /** Adds a user to teams and takes them out of others; never rejects. */
  changeTeams: UserWrites['changeTeams']
  /** Where a user stands in the list as far as it is loaded, or stood when last asked; a new function with `source`. */
  positionOf: (id: string) => number | null
  /** The user before or after one in the list's order, or null; never rejects. */
  step: UsersWalk['step']
}

/** The company's users. */
export function useUsers(options: UseUsersOptions = {}): UseUsersResult {
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
  const walk = useMemo(() => createUsersWalk(state, view, list), [state, view, list])

  // Before the subscription below, so that the first request is for this page.
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
  const positionOf = useMemo(() => walk.positionsIn(source), [walk, source])
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
    step: walk.step,
  }
}
