import { type RawBuilder, sql } from 'kysely'
import type { SortPosition, UserListing } from '../../core/ports/user-listing.ts'

/** A sort as its index has it. */
export interface UserOrder {
  key: RawBuilder<unknown>
  id: RawBuilder<unknown>
  direction: RawBuilder<unknown>
  /** Conditions for the rows on either side of a place, `(key, id)`. */
  before(place: RawBuilder<unknown>): RawBuilder<boolean>
  after(place: RawBuilder<unknown>): RawBuilder<boolean>
}

const columns = {
  name: { key: sql`u.sort_key`, id: sql`u.id` },
  joined: { key: sql`u.joined_at`, id: sql`u.id` },
  lastActive: { key: sql`a.last_active_at`, id: sql`a.user_id` },
}

/** The order of a listing. Descending is the exact reverse of ascending, so that one index serves both. */
export function userOrder({ sort, descending }: Pick<UserListing, 'sort' | 'descending'>): UserOrder {
  const { key, id } = columns[sort]
  const [less, more] = descending ? [sql`>`, sql`<`] : [sql`<`, sql`>`]
  return {
    key,
    id,
    direction: descending ? sql`desc` : sql`asc`,
    before: (place) => sql`(${key}, ${id}) ${less} ${place}`,
    after: (place) => sql`(${key}, ${id}) ${more} ${place}`,
  }
}

/** A position as SQL compares it. */
export const toPlace = (sort: UserListing['sort'], { key, id }: SortPosition) =>
  sort === 'name' ? sql`(${key ?? ''}, ${id})` : sql`(${key ?? '-infinity'}::timestamptz, ${id})`

/** A row's position; the driver reads `-infinity` as a number. */
export const toPosition = (key: string | Date | number, id: string): SortPosition => {
  if (typeof key === 'number') return { key: null, id }
  return { key: key instanceof Date ? key.toISOString() : key, id }
}
