import type { UsersQuery } from '../../contract/users-query.ts'
import { parseUsersViewJSON, type UsersViewJSON } from '../../contract/users-view-json.ts'
import { lookJSON } from '../lists/list-look.ts'
import type { ListViewParts } from '../lists/list-view.ts'

/** The parts of a view, each of which a host may own. */
export interface UsersViewParts extends ListViewParts<UsersQuery> {
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
