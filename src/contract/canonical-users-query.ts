import { type UsersQuery, userSortKeys } from './users-query.ts'

const longestSearch = 200

/** Returns a query without the parts that have no effect. Queries with the same result become equal. */
export function canonicalUsersQuery({ search, sort, roleIds, teamIds }: UsersQuery): UsersQuery {
  const query: UsersQuery = {}
  const words = search?.trim().slice(0, longestSearch)
  if (words) query.search = words
  if (sort && sort !== userSortKeys[0]) query.sort = sort
  if (roleIds?.length) query.roleIds = [...new Set(roleIds)].sort()
  if (teamIds?.length) query.teamIds = [...new Set(teamIds)].sort()
  return query
}
