import { type RawBuilder, sql } from 'kysely'
import type { ListPage, UserIdPage, UserListing, UserPage } from '../../core/ports/user-listing.ts'
import type { Database } from '../database/database.ts'
import { listedUsers } from './listed-users.ts'
import { RevisionCache } from './revision-cache.ts'
import { isUnfiltered, userFilter } from './user-filter.ts'
import { toPlace, toPosition, userOrder } from './user-order.ts'
import { toUser, type UserRow, userColumns } from './user-row.ts'

type Key = string | Date | number

interface Head {
  revision: number
  /** The revision at which the total was counted. */
  counted_at: number
  /** Null if the known total is still right. */
  total: number | null
}

type Row = Head & (({ key: Key } & UserRow) | { key: null })
type IdsRow = Head & { ids: string[]; last_key: Key | null }

const cachedTotals = 1_000

/** The offset of a window around a user. Undefined if the user is not in the list. */
async function centred({ planned }: Database, companyId: string, listing: UserListing, userId: string) {
  const order = userOrder(listing)
  const rows = listedUsers(companyId, listing)
  const place = sql`(place.key, place.id)`
  const half = Math.floor(listing.limit / 2)
  const rest = listing.limit - half - 1
  const [found] = await planned(sql<{ rank: number; rest: number }>`
    select
      (select count(*)::int from ${rows} and ${order.before(place)}) as rank,
      (select count(*)::int from (
        select from ${rows} and ${order.after(place)}
        order by ${order.key} ${order.direction}, ${order.id} ${order.direction} limit ${rest}) behind) as rest
    from (select ${order.key} as key, ${order.id} as id from ${rows} and ${order.id} = ${userId}) place
  `)
  return found && Math.max(0, found.rank - half - (rest - found.rest))
}

/** The keys and ids of a page in its order, with one row more than requested. */
function pageOf(companyId: string, listing: UserListing, offset: number) {
  const { key, id, direction, after } = userOrder(listing)
  const { from, limit, sort } = listing
  const range = 'after' in from ? sql`and ${after(toPlace(sort, from.after))}` : sql``
  return sql`
    select ${key} as key, ${id} as id from ${listedUsers(companyId, listing)} ${range}
    order by ${key} ${direction}, ${id} ${direction}
    limit ${limit + 1} offset ${'after' in from ? 0 : offset}`
}

/** The revision and, unless it is known, the total: in the statement of the page, and so of one state of the company. */
function head(companyId: string, listing: UserListing, known: number | undefined): RawBuilder<Head> {
  const isOfMembers = listing.roleIds.length + listing.teamIds.length === 0
  const countedAt = isOfMembers ? sql`c.members_revision` : sql`c.users_revision`
  return sql`
    c.users_revision as revision, ${countedAt} as counted_at,
    case when ${countedAt} is distinct from ${known ?? null}::bigint then
      (select count(*)::int from users u where ${userFilter(companyId, listing)}) end as total`
}

/** Lists users. The exact total is counted once for each company and filter, until its users change. */
export function createUserLists(database: Database) {
  /**
   * A list of everyone is read along an index, whatever its parameters. A filter is planned for its values, since these
   * decide whether its matches or the order are read first.
   */
  const runOf = (listing: UserListing) => (isUnfiltered(listing) ? database.run : database.planned)
  const totals = new RevisionCache<number>(cachedTotals)

  async function begin(companyId: string, listing: UserListing) {
    const { from, terms, roleIds, teamIds } = listing
    const offset =
      ('around' in from ? await centred(database, companyId, listing, from.around) : undefined) ?? from.offset
    const filter = JSON.stringify([companyId, terms, roleIds, teamIds])
    const known = totals.get(filter)
    function page(row: Head | undefined, last: { key: Key; id: string } | undefined): ListPage {
      if (!row) return { offset, total: 0, revision: 0 }
      const total = row.total ?? known?.value ?? 0
      totals.set(filter, row.counted_at, total)
      return { offset, total, revision: row.revision, ...(last && { next: toPosition(last.key, last.id) }) }
    }
    return { offset, known: known?.revision, page }
  }

  async function users(companyId: string, listing: UserListing): Promise<UserPage> {
    const { offset, known, page } = await begin(companyId, listing)
    const { direction } = userOrder(listing)
    const rows = await runOf(listing)(sql<Row>`
      select ${head(companyId, listing, known)}, listed.*
      from companies c left join lateral (
        select page.key, ${userColumns}
        from (${pageOf(companyId, listing, offset)}) page
        join users u on u.company_id = ${companyId} and u.id = page.id
        left join user_activity a on a.company_id = u.company_id and a.user_id = u.id
      ) listed on true
      where c.id = ${companyId}
      order by listed.key ${direction}, listed.id ${direction}
    `)
    const found = rows.flatMap((row) => (row.key === null ? [] : [row]))
    const last = found.length > listing.limit ? found[listing.limit - 1] : undefined
    return { ...page(rows[0], last), users: found.slice(0, listing.limit).map(toUser) }
  }

  async function userIds(companyId: string, listing: UserListing): Promise<UserIdPage> {
    const { offset, known, page } = await begin(companyId, listing)
    const { direction } = userOrder(listing)
    const inOrder = sql`order by page.key ${direction}, page.id ${direction}`
    const [row] = await runOf(listing)(sql<IdsRow>`
      select ${head(companyId, listing, known)}, listed.*
      from companies c left join lateral (
        select coalesce(json_agg(page.id ${inOrder}), '[]') as ids,
          (array_agg(page.key ${inOrder}))[${listing.limit}::int] as last_key
        from (${pageOf(companyId, listing, offset)}) page
      ) listed on true
      where c.id = ${companyId}
    `)
    const ids = row?.ids.slice(0, listing.limit) ?? []
    const id = row && row.ids.length > listing.limit ? ids.at(-1) : undefined
    const last = row && row.last_key !== null && id !== undefined ? { key: row.last_key, id } : undefined
    return { ...page(row, last), ids }
  }

  return { users, userIds }
}
