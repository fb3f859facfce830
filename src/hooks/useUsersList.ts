import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { RowRange } from '../base/row-range.ts'
import type { User } from '../contract/users.ts'
import type { UsersQuery } from '../contract/users-query.ts'
import type { UserWrites } from '../state/user-writes/user-writes.ts'
import type { UsersView } from '../state/users/users-view.ts'
import type { UsersViewParts } from '../state/users/users-view-parts.ts'
import { useRosterState } from './RosterContext.ts'
import { useOwnedUsersView } from './useOwnedUsersView.ts'
import { type RowListResult, useRowList } from './useRowList.ts'

/** Options of {@link useUsersList}. */
export interface UsersListOptions {
  /** The page that `rows` holds. @default the first 50 */
  range?: RowRange
  /** A view that you created, always the same one for a component. Without it, the hook creates one from the options below. */
  view?: UsersView
  /** The query, if you control it. */
  query?: UsersQuery
  /** The initial query. @default {} */
  defaultQuery?: UsersQuery
  /** Called when the person searches, sorts or filters. */
  onQueryChange?: (query: UsersQuery) => void
}

/** The company's users, and what can be done to each of them. */
export interface UsersListResult extends RowListResult<User, UsersQuery> {
  view: UsersView
  setSort: UsersView['setSort']
  setFilters: UsersView['setFilters']
  /**
   * Ids of users whose role was changed here and by someone else at the same time. `useUser` resolves such a conflict.
   */
  conflictIds: ReadonlySet<string>
  /** Changes a user's role. Never rejects. */
  changeRole: UserWrites['changeRole']
  /** Adds a user to teams and removes them from others. Never rejects. */
  changeTeams: UserWrites['changeTeams']
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
  const { pending: _, ...list } = useRowList(state, { store: state.users, view, range })
  const { subscribe, getConflictIds, changeRole, changeTeams } = state.writes
  const conflictIds = useSyncExternalStore(subscribe, getConflictIds, getConflictIds)
  const { setSort, setFilters } = view
  return { ...list, view, setSort, setFilters, conflictIds, changeRole, changeTeams }
}
