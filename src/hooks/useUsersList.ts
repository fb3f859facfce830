import { useSyncExternalStore } from 'react'
import type { User } from '../contract/users.ts'
import type { UsersQuery } from '../contract/users-query.ts'
import type { UserWrites } from '../state/user-writes/user-writes.ts'
import { createUsersView, type UsersView } from '../state/users/users-view.ts'
import { useRosterState } from './RosterContext.ts'
import { type ListViewOptions, useListView } from './useListView.ts'
import { type RowListResult, useRowList } from './useRowList.ts'

/** Options of {@link useUsersList}. */
export interface UsersListOptions extends ListViewOptions<UsersView, UsersQuery> {}

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
  const { range } = options
  const state = useRosterState('useUsers')
  const view = useListView(options, { create: createUsersView, caller: 'useUsers' })
  const { pending: _, ...list } = useRowList(state, { store: state.users, view, range })
  const { subscribe, getConflictIds, changeRole, changeTeams } = state.writes
  const conflictIds = useSyncExternalStore(subscribe, getConflictIds, getConflictIds)
  const { setSort, setFilters } = view
  return { ...list, view, setSort, setFilters, conflictIds, changeRole, changeTeams }
}
