import type { UserSortKey } from '@aicx/roster/contract'
import { searchTerms } from '../../../src/base/fold.ts'
import type { Call, Handler } from '../http/call.ts'
import { cursorOf } from '../http/cursor.ts'
import type { ListPage, UserListing } from '../ports/user-listing.ts'
import { viewUsers } from './view-users.ts'

type Query = Call<'listUsers'>['query']

const defaultLimit = 50

export const listUsers: Handler<'listUsers'> = async ({ query, place }, { store, digest }) => {
  const asked = readQuery(query)
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
  return { ...frame(page, users.length), rows: await viewUsers(users, place, store) }
}

function readQuery({
  search = '',
  sort = 'name',
  role = [],
  team = [],
}: Query): Omit<UserListing, 'limit' | 'from'> {
  const descending = sort.startsWith('-')
  return {
    terms: searchTerms(search),
    roleIds: role,
    teamIds: team,
    sort: (descending ? sort.slice(1) : sort) as UserSortKey,
    descending,
  }
}
