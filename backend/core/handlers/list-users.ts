import type { Handler } from '../http/call.ts'
import { cursorOf } from '../http/cursor.ts'
import type { ListPage } from '../ports/user-listing.ts'
import { listingOf } from './listing-of.ts'
import { viewUsers } from './view-users.ts'

const defaultLimit = 50

export const listUsers: Handler<'listUsers'> = async ({ query, place }, services) => {
  const { store, digest } = services
  const { search, sort, role, team } = query
  const asked = listingOf({ search, sort, roleIds: role, teamIds: team })
  const cursor = await cursorOf(place.company.id, asked, digest)
  const { offset = 0, around, limit = defaultLimit } = query
  const from =
    query.cursor === undefined
      ? { offset, ...(around !== undefined && { around }) }
      : cursor.read(query.cursor)
  const listing = { ...asked, limit, from }
  const frame = ({ offset, total, revision, next }: ListPage, rows: number) => ({
    offset,
    total,
    totalIs: 'exact' as const,
    revision: String(revision),
    ...(next && { next: cursor.write({ after: next, offset: offset + rows }) }),
  })
  if ('fields' in query) {
    const { ids, ...page } = await store.userIds(place.company.id, listing)
    return { ...frame(page, ids.length), rows: ids.map((id) => ({ id })) }
  }
  const { users, ...page } = await store.users(place.company.id, listing)
  return { ...frame(page, users.length), rows: await viewUsers(users, place, services) }
}
