import { canonicalUsersQuery } from './canonical-users-query.ts'
import { type UsersQuery, type UsersSort, userSortKeys } from './users-query.ts'

/** How close the rows of a table are. */
export type UsersDensity = 'cosy' | 'compact'

/** What a person sees of a list of users, as plain JSON for an address or a store. */
export interface UsersViewJSON extends UsersQuery {
  /** The user whose panel is open. */
  openUserId?: string
  /** Ids of the hidden columns. @default ['joined'] */
  hiddenColumns?: readonly string[]
  /** Ids of columns in their order. Columns that aren't listed keep their place. @default the table's order */
  columnOrder?: readonly string[]
  /** @default the density of the surrounding `RosterUI` */
  density?: UsersDensity
}

/**
 * Reads what `view.toJSON()` returned, from an address or a store. Invalid parts are left out. It runs in browsers, on
 * servers and in React server components.
 */
export function parseUsersViewJSON(json: unknown): UsersViewJSON {
  const { search, sort, roleIds, teamIds, openUserId, hiddenColumns, columnOrder, density } = isRecord(json)
    ? json
    : {}
  const view: UsersViewJSON = canonicalUsersQuery({
    search: isText(search) ? search : undefined,
    sort: isSort(sort) ? sort : undefined,
    roleIds: toTexts(roleIds),
    teamIds: toTexts(teamIds),
  })
  if (isText(openUserId)) view.openUserId = openUserId
  if (Array.isArray(hiddenColumns)) view.hiddenColumns = toTexts(hiddenColumns)
  if (Array.isArray(columnOrder)) view.columnOrder = toTexts(columnOrder)
  if (density === 'cosy' || density === 'compact') view.density = density
  return view
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const toTexts = (value: unknown) => (Array.isArray(value) ? [...new Set(value.filter(isText))] : [])

const sorts: readonly string[] = userSortKeys.flatMap((key) => [key, `-${key}`])

const isSort = (value: unknown): value is UsersSort => isText(value) && sorts.includes(value)
