import { canonicalUsersQuery } from './canonical-users-query.ts'
import { type UsersQuery, type UsersSort, userSortKeys } from './users-query.ts'
import {
  isText,
  type ListDensity,
  type ListLookJSON,
  membersOf,
  parseLook,
  toTexts,
} from './view-json-parts.ts'

/** How close the rows of a table are. */
export type UsersDensity = ListDensity

/** What a person sees of a list of users, as plain JSON for an address or a store. */
export interface UsersViewJSON extends UsersQuery, ListLookJSON {
  /** The user whose panel is open. */
  openUserId?: string
}

/**
 * Reads what `view.toJSON()` returned, from an address or a store. Invalid parts are left out. It runs in browsers, on
 * servers and in React server components.
 */
export function parseUsersViewJSON(json: unknown): UsersViewJSON {
  const { search, sort, roleIds, teamIds, openUserId, ...look } = membersOf(json)
  const query = canonicalUsersQuery({
    search: isText(search) ? search : undefined,
    sort: isSort(sort) ? sort : undefined,
    roleIds: toTexts(roleIds),
    teamIds: toTexts(teamIds),
  })
  return { ...query, ...(isText(openUserId) && { openUserId }), ...parseLook(look) }
}

const sorts: readonly string[] = userSortKeys.flatMap((key) => [key, `-${key}`])

const isSort = (value: unknown): value is UsersSort => isText(value) && sorts.includes(value)
