import type { UserSortKey } from '@aicx/roster/contract'
import { searchTerms } from '../../../src/base/fold.ts'
import type { Call, Handler } from '../http/call.ts'
import { cursorOf } from '../http/cursor.ts'
import type { UserListing } from '../ports/user-listing.ts'
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
  const page = await store.users(place.company.id, { ...asked, limit, from })
  const { users, total, revision, next } = page
  const frame = {
    offset: page.offset,
    total,
    totalIs: 'exact' as const,
    revision: String(revision),
    ...(next && { next: cursor.write({ after: next, offset: page.offset + users.length }) }),
  }
  if ('fields' in query) return { ...frame, rows: users.map(({ id }) => ({ id })) }
  return { ...frame, rows: await viewUsers(users, place, store) }
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
