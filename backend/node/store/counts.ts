import { sql } from 'kysely'
import type { Counts } from '../../core/ports/records.ts'
import type { Database } from '../database/database.ts'
import { RevisionCache } from './revision-cache.ts'

interface Row {
  revision: number
  by_role: Record<string, number>
  by_team: Record<string, number>
}

const cachedCompanies = 200

/**
 * Counts members by role and by team, once until the company's users change. The members of a team are the users with
 * one of its roles, and its direct members without one of these roles, so that no user is counted twice.
 */
export function createCounts({ planned, run }: Database) {
  const cache = new RevisionCache<Counts>(cachedCompanies)
  const admins = new RevisionCache<number>(cachedCompanies)

  async function usersRevision(companyId: string) {
    const [company] = await run(sql<{ users_revision: number }>`
      select users_revision from companies where id = ${companyId}`)
    return company?.users_revision
  }

  async function counts(companyId: string): Promise<Counts> {
    const known = cache.get(companyId)
    if (known && known.revision === (await usersRevision(companyId))) return known.value

    const [row] = await planned(sql<Row>`
      with holders as materialized (
        select role_id, count(*)::int as count from users
        where company_id = ${companyId} and deleted_at is null group by role_id
      ), memberships as (
        select x.team_id, h.count from team_roles x join holders h on h.role_id = x.role_id
        where x.company_id = ${companyId}
        union all
        select m.team_id, count(*)::int from team_members m
        join users u on u.company_id = m.company_id and u.id = m.user_id and u.deleted_at is null
        where m.company_id = ${companyId} and not exists (
          select from team_roles x
          where x.company_id = m.company_id and x.team_id = m.team_id and x.role_id = u.role_id)
        group by m.team_id
      )
      select users_revision as revision,
        (select coalesce(json_object_agg(role_id, count), '{}') from holders) as by_role,
        (select coalesce(json_object_agg(team_id, count), '{}') from
          (select team_id, sum(count)::int as count from memberships group by team_id) teams) as by_team
      from companies where id = ${companyId}
    `)
    if (!row) return { byRole: new Map(), byTeam: new Map() }
    const counted = {
      byRole: new Map(Object.entries(row.by_role)),
      byTeam: new Map(Object.entries(row.by_team)),
    }
    cache.set(companyId, row.revision, counted)
    return counted
  }

  async function adminCount(companyId: string, revision: number): Promise<number> {
    const known = admins.get(companyId)
    if (known?.revision === revision) return known.value
    const [row] = await run(sql<{ revision: number; count: number }>`
      select c.users_revision as revision, count(u.id)::int as count
      from companies c
      left join roles r on r.company_id = c.id and r.is_admin
      left join users u on u.company_id = c.id and u.role_id = r.id and u.deleted_at is null
      where c.id = ${companyId} group by c.users_revision`)
    if (!row) return 0
    admins.set(companyId, row.revision, row.count)
    return row.count
  }

  return { counts, adminCount }
}
