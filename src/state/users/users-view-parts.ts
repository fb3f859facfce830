import type { UsersQuery } from '../../contract/users-query.ts'
import { parseUsersViewJSON, type UsersViewJSON } from '../../contract/users-view-json.ts'
import { type ListLook, lookJSON } from '../lists/list-look.ts'

/** The parts of a view, each of which a host may own. */
export interface UsersViewParts extends ListLook {
  /** What the list shows, in canonical form: parts that have no effect are left out. */
  readonly query: UsersQuery
  /** The user whose panel is open. */
  readonly openUserId: string | null
}

/** The parts of a view in JSON; missing parts have their default. */
export function partsOfView(json: unknown): UsersViewParts {
  const { openUserId = null, hiddenColumns, columnOrder, density, ...query } = parseUsersViewJSON(json)
  return { query, openUserId, hiddenColumns, columnOrder, density }
}

/** The parts of a view as JSON. */
export function usersViewJSON({ query, openUserId, ...look }: UsersViewParts): UsersViewJSON {
  return { ...query, ...(openUserId !== null && { openUserId }), ...lookJSON(look) }
}
