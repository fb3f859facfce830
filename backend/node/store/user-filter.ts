import { type RawBuilder, sql } from 'kysely'
import type { UserListing } from '../../core/ports/user-listing.ts'

/** The part of a listing that decides who is in it. */
export type UserFilter = Pick<UserListing, 'terms' | 'roleIds' | 'teamIds'>

const pattern = (term: string) => `%${term.replace(/[\\%_]/g, '\\$&')}%`

/**
 * By `in` over a union and not by `or`, which would look into every user for a membership. Without `offset 0` the
 * planner may take the holders of few roles for most of the company, and read all of it.
 */
const inTeams = (companyId: string, teamIds: string[]) => sql`u.id in (
  select m.user_id from team_members m where m.company_id = ${companyId} and m.team_id = any(${teamIds})
  union all
  select holder.id from team_roles x cross join lateral (
    select v.id from users v
    where v.company_id = ${companyId} and v.role_id = x.role_id and v.deleted_at is null offset 0) holder
  where x.company_id = ${companyId} and x.team_id = any(${teamIds}))`

/** Conditions on `u` for the company's living users who match. */
export function userFilter(companyId: string, filter: UserFilter): RawBuilder<unknown> {
  const { terms, roleIds, teamIds } = filter
  const conditions = [sql`u.company_id = ${companyId}`, sql`u.deleted_at is null`]
  for (const term of terms) conditions.push(sql`u.search_text like ${pattern(term)}`)
  if (roleIds.length > 0) conditions.push(sql`u.role_id = any(${roleIds})`)
  if (teamIds.length > 0) conditions.push(inTeams(companyId, teamIds))
  return sql.join(conditions, sql` and `)
}

/** Whether everyone is in the list. */
export const isUnfiltered = ({ terms, roleIds, teamIds }: UserFilter) =>
  terms.length + roleIds.length + teamIds.length === 0
