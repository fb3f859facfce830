import { type UsersSort, userSortKeys } from '../../contract/users-query.ts'
import { toCanonical } from './users-query.ts'
import type { UsersViewOptions } from './users-view.ts'

/** Reads what `view.toJSON()` wrote, from an address or a store: what makes no sense there is left out. */
export function parseUsersView(json: unknown): Pick<UsersViewOptions, 'defaultQuery' | 'defaultOpenUserId'> {
  const { search, sort, roleIds, teamIds, openUserId } = isRecord(json) ? json : {}
  return {
    defaultQuery: toCanonical({
      search: isText(search) ? search : undefined,
      sort: isSort(sort) ? sort : undefined,
      roleIds: toTexts(roleIds),
      teamIds: toTexts(teamIds),
    }),
    defaultOpenUserId: isText(openUserId) ? openUserId : null,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const toTexts = (value: unknown) => (Array.isArray(value) ? value.filter(isText) : [])

const sorts: readonly string[] = userSortKeys.flatMap((key) => [key, `-${key}`])

const isSort = (value: unknown): value is UsersSort => isText(value) && sorts.includes(value)
