import type { User } from '../contract/users.ts'
import type { UsersQuery } from '../contract/users-query.ts'
import type { RosterState } from './roster-state.ts'
import type { UsersView } from './users-view.ts'
import { createWindowCache } from './window-cache.ts'
import { createWindowLoader } from './window-loader.ts'
import { createWindowedList, type WindowedList } from './windowed-list.ts'

/** The users that a view shows. */
export function createUsersList(state: RosterState, view: UsersView): WindowedList<User> {
  const load = createWindowLoader<UsersQuery, User>(state, 'users', (query, options) =>
    state.api.users.list(query, options),
  )
  return createWindowedList(createWindowCache<UsersQuery, User>(state, 'users', load), {
    getQuery: () => view.getState().query,
    subscribe: view.subscribe,
  })
}
