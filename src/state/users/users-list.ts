import type { RowRange } from '../../base/row-range.ts'
import { ExplainedError } from '../../client/explained-error.ts'
import type { User } from '../../contract/users.ts'
import type { UsersQuery } from '../../contract/users-query.ts'
import type { RosterState } from '../roster/roster-state.ts'
import type { SavedUsers } from '../user-writes/user-writes.ts'
import { createWindowCache } from '../windows/window-cache.ts'
import { createWindowLoader } from '../windows/window-loader.ts'
import { createWindowedList, type WindowedList } from '../windows/windowed-list.ts'
import type { UsersView } from './users-view.ts'

/** The users that a view shows. */
export interface UsersList extends WindowedList<User> {
  /** Loads the ids of a range, at most 5,000. */
  idsOf(range: RowRange, options: { signal: AbortSignal }): Promise<readonly string[]>
}

/** Creates the list of a view. */
export function createUsersList(state: RosterState, view: UsersView): UsersList {
  const { known, writes, live } = state
  const getQuery = () => view.getState().query
  const load = createWindowLoader<UsersQuery, User>(state, 'users', (query, options) =>
    state.api.users.list(query, options),
  )
  const list = createWindowedList(
    createWindowCache<UsersQuery, User>(state, 'users', load),
    { getQuery, subscribe: view.subscribe },
    { update: known.update, isBusy: () => writes.getPendingIds().size > 0, subscribe: known.subscribe },
  )

  /** One's own change may move a user out of a filter; what others changed stays where it was seen. */
  function onSaved({ movesRows }: SavedUsers) {
    if (movesRows) return void list.applyChanges()
    const { roleIds, teamIds } = getQuery()
    const isFiltered = Boolean(roleIds?.length || teamIds?.length)
    void (isFiltered && list.getSnapshot().changes === 0 ? list.applyChanges() : list.refetch())
  }

  return {
    ...list,
    async idsOf({ start, end }, { signal }) {
      const { users } = state.api
      if (!users.ids) throw new ExplainedError('unsupported', 'The port has no users.ids().')
      const { rows } = await users.ids({ ...getQuery(), offset: start, limit: end - start }, { signal })
      return rows.flatMap(({ id }) => id ?? [])
    },
    subscribe(listener) {
      const leaves = [list.subscribe(listener), writes.onSaved(onSaved), live.retain()]
      return () => {
        for (const leave of leaves) leave()
      }
    },
  }
}
