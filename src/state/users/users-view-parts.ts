import type { UsersQuery } from '../../contract/users-query.ts'
import { parseUsersViewJSON, type UsersDensity, type UsersViewJSON } from '../../contract/users-view-json.ts'

/** The parts of a view, each of which a host may own. */
export interface UsersViewParts {
  /** What the list shows, in canonical form: parts that have no effect are left out. */
  readonly query: UsersQuery
  /** The user whose panel is open. */
  readonly openUserId: string | null
  /** Ids of the hidden columns, or `undefined` for the table's default. */
  readonly hiddenColumns: readonly string[] | undefined
  /** Ids of the columns in their order, or `undefined` for the table's default. */
  readonly columnOrder: readonly string[] | undefined
  /** The rows' density, or `undefined` for that of the surroundings. */
  readonly density: UsersDensity | undefined
}

/** The parts of a view in JSON; parts that it leaves out have their default. */
export function partsOfView(json: unknown): UsersViewParts {
  const { openUserId = null, hiddenColumns, columnOrder, density, ...query } = parseUsersViewJSON(json)
  return { query, openUserId, hiddenColumns, columnOrder, density }
}

/** The parts of a view as JSON. */
export function usersViewJSON(parts: UsersViewParts): UsersViewJSON {
  const { query, openUserId, hiddenColumns, columnOrder, density } = parts
  return {
    ...query,
    ...(openUserId !== null && { openUserId }),
    ...(hiddenColumns && { hiddenColumns }),
    ...(columnOrder && { columnOrder }),
    ...(density && { density }),
  }
}
