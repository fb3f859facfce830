/** What a list of users can be sorted by. Rows with the same value are sorted by id. */
export const userSortKeys = ['name', 'lastActive', 'joined'] as const

/** A sort key of users. */
export type UserSortKey = (typeof userSortKeys)[number]

/** A key, descending with a leading minus. Users who were never active come before the others in `lastActive`. */
export type UsersSort = UserSortKey | `-${UserSortKey}`

/** Every order of users. */
export const usersSorts: UsersSort[] = ['name', '-name', 'lastActive', '-lastActive', 'joined', '-joined']

/** Most rows of one window, and most ids of one `fields=id` window. */
export const windowLimits = { rows: 200, ids: 5_000 } as const

/** Which users, in which order. */
export interface UsersQuery {
  /**
   * Terms separated by white space. Each must occur in the name or email. Case and accents don't matter. Up to 200
   * characters.
   */
  search?: string
  /** @default 'name' */
  sort?: UsersSort
  /** Any of these roles. */
  roleIds?: readonly string[]
  /** Any of these teams, including members via role. */
  teamIds?: readonly string[]
}

/** Filters of a list of users. Filters that you leave out keep their value. */
export type UsersFilters = Pick<UsersQuery, 'roleIds' | 'teamIds'>

/** Which range of the list. */
export interface UsersRange {
  /** @default 0 */
  offset?: number
  /** 1–200, or 1–5,000 for ids. @default 50 */
  limit?: number
  /** Centres the window on this user. If they aren't in the list, `offset` is used. */
  around?: string
  /** `next` of an earlier window of the same query. It replaces `offset` and `around`. */
  cursor?: string
}

/** A row of a `fields=id` window. */
export interface UserId {
  id: string
}

/** Returns the parameters of a request. Empty ones are left out. */
export function toUsersParameters({ search, sort, roleIds, teamIds, ...range }: UsersQuery & UsersRange) {
  const parameters = new URLSearchParams()
  const scalars = { search: search?.trim() || undefined, sort, ...range }
  for (const [name, value] of Object.entries(scalars))
    if (value !== undefined) parameters.set(name, String(value))
  for (const id of roleIds ?? []) parameters.append('role', id)
  for (const id of teamIds ?? []) parameters.append('team', id)
  return parameters
}
