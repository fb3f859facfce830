import type { Capabilities } from '../contract/capabilities.ts'
import type { UsersQuery, UsersRange } from '../contract/users-query.ts'

/** The query without what the server doesn't announce. A plain range in the default order needs no announcement. */
export async function announcedQuery(
  query: UsersQuery & UsersRange,
  announced: () => Promise<Capabilities>,
): Promise<UsersQuery & UsersRange> {
  const { offset, limit } = query
  const { search, sort, roleIds = [], teamIds = [], around, cursor } = query
  const sorted = sort !== undefined && sort !== 'name'
  const plain = !search?.trim() && !sorted && !roleIds.length && !teamIds.length && !around && !cursor
  if (plain) return { offset, limit }
  const server = await announced()
  return {
    offset,
    limit,
    search: server.search ? search : undefined,
    sort: sorted && server.sorts.includes(sort.replace(/^-/, '')) ? sort : undefined,
    roleIds: server.filters.includes('role') ? roleIds : [],
    teamIds: server.filters.includes('team') ? teamIds : [],
    around: server.around ? around : undefined,
    cursor: server.cursor ? cursor : undefined,
  }
}
