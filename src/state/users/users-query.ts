import { type UsersQuery, userSortKeys } from '../../contract/users-query.ts'

const longestSearch = 200

/** A query with what says nothing left out, so that queries that ask the same are equal. */
export function toCanonical({ search, sort, roleIds, teamIds }: UsersQuery): UsersQuery {
  const query: UsersQuery = {}
  const words = search?.trim().slice(0, longestSearch)
  if (words) query.search = words
  if (sort && sort !== userSortKeys[0]) query.sort = sort
  if (roleIds?.length) query.roleIds = [...new Set(roleIds)].sort()
  if (teamIds?.length) query.teamIds = [...new Set(teamIds)].sort()
  return query
}

/** Whether two canonical queries ask the same. */
export const isSameQuery = (a: UsersQuery, b: UsersQuery): boolean => JSON.stringify(a) === JSON.stringify(b)
