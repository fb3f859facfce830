import { type RawBuilder, sql } from 'kysely'
import type { InvitationListing } from '../../core/ports/invitation-listing.ts'
import type { InvitationPage } from '../../core/ports/invitation-store.ts'
import type { Database } from '../database/database.ts'
import {
  clock,
  type InvitationRow,
  invitationColumns,
  isListed,
  isPending,
  toInvitation,
} from './invitation-row.ts'

interface Row {
  now: Date
  revision: number
  total: number
  pending: number
  page: InvitationRow[]
}

const keys: Record<InvitationListing['sort'], RawBuilder<unknown>> = {
  sent: sql`i.asked_at`,
  email: sql`i.search_text`,
  expires: sql`i.expires_at`,
}

const pattern = (term: string) => `%${term.replace(/[\\%_]/g, '\\$&')}%`

/** Conditions on an invitation `i` at `clock.now`. */
export function invitationFilter(companyId: string, listing: InvitationListing): RawBuilder<unknown> {
  const { terms, roleIds, teamIds, statuses, deliveries, invitedBy } = listing
  const conditions = [sql`i.company_id = ${companyId}`, isListed]
  for (const term of terms) conditions.push(sql`i.search_text like ${pattern(term)}`)
  if (roleIds.length > 0) conditions.push(sql`i.role_id = any(${roleIds})`)
  if (teamIds.length > 0)
    conditions.push(sql`(i.team_ids && ${teamIds}::text[] or i.role_id in (
      select x.role_id from team_roles x where x.company_id = ${companyId} and x.team_id = any(${teamIds})))`)
  if (statuses.length === 1) conditions.push(statuses[0] === 'pending' ? isPending : sql`not ${isPending}`)
  if (deliveries.length > 0) conditions.push(sql`i.delivery = any(${deliveries})`)
  if (invitedBy.length > 0)
    conditions.push(sql`(i.invited_by = any(${invitedBy}) or i.invited_by in (
      select r.user_id from selection_rows r
      where r.company_id = ${companyId} and r.selection_id = any(${invitedBy}) and r.skip is null))`)
  return sql.join(conditions, sql` and `)
}

/** The order of a listing: pending ones first. */
export function invitationOrder({ sort, descending }: InvitationListing): RawBuilder<unknown> {
  const direction = descending ? sql`desc` : sql`asc`
  return sql`not ${isPending}, ${keys[sort]} ${direction}, i.id ${direction}`
}

/** A page of the company's invitations, with its counts, in one statement and at one moment. */
export async function listInvitations(
  { planned }: Database,
  companyId: string,
  listing: InvitationListing & { offset: number; limit: number },
): Promise<InvitationPage> {
  const { offset, limit } = listing
  const order = invitationOrder(listing)
  const [row] = await planned(sql<Row>`
    with ${clock}, matching as materialized (
      select i.id, ${isPending} as is_pending, row_number() over (order by ${order}) as place
      from invitations i, clock where ${invitationFilter(companyId, listing)}
    ), page as materialized (
      select id, place from matching where place > ${offset} and place <= ${offset}::bigint + ${limit}::bigint
    )
    select clock.now, c.invitations_revision as revision,
      (select count(*)::int from matching) as total,
      (select count(*)::int from matching where is_pending) as pending,
      (select coalesce(json_agg(row_to_json(listed) order by listed.place), '[]') from (
        select ${invitationColumns}, page.place from page
        join invitations i on i.company_id = ${companyId} and i.id = page.id) listed) as page
    from companies c, clock where c.id = ${companyId}`)
  if (!row) return { invitations: [], total: 0, pending: 0, revision: 0, now: new Date() }
  const { page, total, pending, revision, now } = row
  return { invitations: page.map(toInvitation), total, pending, revision, now }
}
