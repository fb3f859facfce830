import { sql } from 'kysely'
import type { UserListing, UserPage } from '../../core/ports/user-listing.ts'
import type { Database } from '../database/open.ts'
import { RevisionCache } from './revision-cache.ts'
import { isUnfiltered, userFilter } from './user-filter.ts'
import { toPlace, toPosition, userOrder } from './user-order.ts'
import { toUser, type UserRow, userColumns } from './user-row.ts'

interface Head {
  revision: number
  /** Null where it was not asked. */
  total: number | null
}

type Row = Head & (({ key: string | Date | number } & UserRow) | { key: null })

const cachedTotals = 1_000

/** The rows of a list without an end. By activity it walks that table's index, which holds the living alone. */
function walk(companyId: string, listing: UserListing) {
  const matches = userFilter(companyId, listing)
  if (listing.sort !== 'lastActive') return sql`users u where ${matches}`
  if (isUnfiltered(listing)) return sql`user_activity a where a.company_id = ${companyId}`
  return sql`user_activity a join users u on u.company_id = a.company_id and u.id = a.user_id
    where a.company_id = ${companyId} and ${matches}`
}

/** Where a window starts that has a user in its middle; undefined where the user is not in the list. */
async function centred({ db }: Database, companyId: string, listing: UserListing, userId: string) {
  const order = userOrder(listing)
  const rows = walk(companyId, listing)
  const place = sql`(place.key, place.id)`
  const half = Math.floor(listing.limit / 2)
  const rest = listing.limit - half - 1
  const { rows: places } = await sql<{ rank: number; rest: number }>`
    select
      (select count(*)::int from ${rows} and ${order.before(place)}) as rank,
      (select count(*)::int from (
        select from ${rows} and ${order.after(place)}
        order by ${order.key} ${order.direction}, ${order.id} ${order.direction} limit ${rest}) behind) as rest
    from (select ${order.key} as key, ${order.id} as id from ${rows} and ${order.id} = ${userId}) place
  `.execute(db)
  const [found] = places
  return found && Math.max(0, found.rank - half - (rest - found.rest))
}

/** One statement, and so one state of the world: the users' revision, the total where wanted, and one row too many. */
async function readPage(
  { db }: Database,
  companyId: string,
  listing: UserListing,
  offset: number,
  counts: boolean,
) {
  const { key, id, direction, after } = userOrder(listing)
  const { from, limit, sort } = listing
  const range = 'after' in from ? sql`and ${after(toPlace(sort, from.after))}` : sql``
  const skipped = 'after' in from ? 0 : offset
  const total = counts
    ? sql`(select count(*)::int from users u where ${userFilter(companyId, listing)})`
    : sql`null::int`
  const { rows } = await sql<Row>`
    select c.users_revision as revision, ${total} as total, listed.*
    from companies c left join lateral (
      select page.key, ${userColumns}
      from (
        select ${key} as key, ${id} as id from ${walk(companyId, listing)} ${range}
        order by ${key} ${direction}, ${id} ${direction} limit ${limit + 1} offset ${skipped}
      ) page
      join users u on u.company_id = ${companyId} and u.id = page.id
      left join user_activity a on a.company_id = u.company_id and a.user_id = u.id
    ) listed on true
    where c.id = ${companyId}
    order by listed.key ${direction}, listed.id ${direction}
  `.execute(db)
  return rows
}

/** Lists users; the exact total is counted once a company and filter, until its users change. */
export function createUserLists(database: Database) {
  const totals = new RevisionCache<number>(cachedTotals)

  return async function users(companyId: string, listing: UserListing): Promise<UserPage> {
    const { from, limit, terms, roleIds, teamIds } = listing
    const offset =
      ('around' in from ? await centred(database, companyId, listing, from.around) : undefined) ?? from.offset
    const filter = JSON.stringify([companyId, terms, roleIds, teamIds])
    const known = totals.get(filter)

    let rows = await readPage(database, companyId, listing, offset, !known)
    if (known && rows[0] && rows[0].revision !== known.revision)
      rows = await readPage(database, companyId, listing, offset, true)

    const [head] = rows
    const revision = head?.revision ?? 0
    const total = head?.total ?? known?.value ?? 0
    totals.set(filter, revision, total)

    const listed = rows.flatMap((row) => (row.key === null ? [] : [row]))
    const users = listed.slice(0, limit).map(toUser)
    const last = listed[limit - 1]
    const next = last && listed.length > limit ? { next: toPosition(last.key, last.id) } : {}
    return { users, offset, total, revision, ...next }
  }
}
