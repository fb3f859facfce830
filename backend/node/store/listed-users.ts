import { type RawBuilder, sql } from 'kysely'
import type { UserListing } from '../../core/ports/user-listing.ts'
import { isUnfiltered, userFilter } from './user-filter.ts'

/** The part of a listing that decides which tables are read. */
export type ListedUsers = Pick<UserListing, 'terms' | 'roleIds' | 'teamIds' | 'sort'>

/** The rows of a list, without order and end. By activity they come from that table's index, which holds members only. */
export function listedUsers(companyId: string, listing: ListedUsers): RawBuilder<unknown> {
  const matches = userFilter(companyId, listing)
  if (listing.sort !== 'lastActive') return sql`users u where ${matches}`
  if (isUnfiltered(listing)) return sql`user_activity a where a.company_id = ${companyId}`
  return sql`user_activity a join users u on u.company_id = a.company_id and u.id = a.user_id
    where a.company_id = ${companyId} and ${matches}`
}
