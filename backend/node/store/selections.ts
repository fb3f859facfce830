import { sql } from 'kysely'
import type {
  SelectionRowListing,
  SelectionRowRecord,
  SelectionStore,
  Turn,
} from '../../core/ports/selections.ts'
import type { Database } from '../database/database.ts'
import { freezeSelection, knownSelection } from './freeze-selection.ts'
import { type SelectionRow, selectionColumns, toSelection } from './selection-row.ts'

const mostListed = 200

/** Conditions on a row `r` of a selection by its outcome. */
const outcomes = {
  allowed: sql`r.skip is null and r.outcome is null`,
  skipped: sql`r.skip is not null`,
  done: sql`r.outcome in ('done', 'partial')`,
  partial: sql`r.outcome = 'partial'`,
  failed: sql`r.outcome = 'failed'`,
}

/** Reads selections, and freezes them. Their steps are applied with the write that does them. */
export function createSelections(database: Database): SelectionStore {
  const { db, run } = database
  return {
    known: (companyId, intent) => knownSelection(database, companyId, intent),
    freeze: (companyId, freeze) => freezeSelection(database, companyId, freeze),
    async find(companyId, id) {
      const [row] = await run(sql<SelectionRow>`
        select ${selectionColumns} from selections s where s.company_id = ${companyId} and s.id = ${id}`)
      return row ? toSelection(row) : null
    },
    async list(companyId, since) {
      const rows = await run(sql<SelectionRow>`
        select ${selectionColumns} from selections s
        where s.company_id = ${companyId} and s.made_at >= ${since} and s.begun_at is not null
        order by s.made_at desc, s.id limit ${mostListed}`)
      return rows.map(toSelection)
    },
    rows: (companyId, id, listing) => readRows(database, companyId, id, listing),
    turns: (companyId, id, from, limit) =>
      run(sql<Turn>`
        select r.place, r.user_id as "userId", r.role_id as "roleId", o.before
        from selection_rows r
        join selections s on s.company_id = r.company_id and s.id = r.selection_id
        left join selection_rows o
          on o.company_id = r.company_id and o.selection_id = s.undo_of and o.place = r.origin
        where r.company_id = ${companyId} and r.selection_id = ${id} and r.skip is null
          and r.place >= ${from} and r.place < ${from}::integer + ${limit}::integer
        order by r.place`),
    async allowedIds(companyId, id) {
      const [row] = await run(sql<{ ids: string[] }>`
        select coalesce(json_agg(user_id order by place), '[]') as ids from selection_rows
        where company_id = ${companyId} and selection_id = ${id} and skip is null`)
      return row?.ids ?? []
    },
    async teamCounts(companyId, id) {
      const { rows } = await sql<{ team_id: string; count: number }>`
        with chosen as materialized (
          select u.id, u.role_id from selection_rows r
          join users u on u.company_id = r.company_id and u.id = r.user_id and u.deleted_at is null
          where r.company_id = ${companyId} and r.selection_id = ${id} and r.skip is null
        ), memberships as (
          select m.team_id, m.user_id from chosen c
          join team_members m on m.company_id = ${companyId} and m.user_id = c.id
          union
          select x.team_id, c.id from chosen c
          join team_roles x on x.company_id = ${companyId} and x.role_id = c.role_id
        )
        select team_id, count(*)::integer as count from memberships group by team_id`.execute(db)
      return new Map(rows.map(({ team_id, count }) => [team_id, count]))
    },
    async setImpact(companyId, id, impact) {
      await run(sql`
        update selections set impact = ${JSON.stringify(impact)}::jsonb
        where company_id = ${companyId} and id = ${id}`)
    },
    async names(companyId, userIds) {
      const rows = await run(sql<{ id: string; name: string }>`
        select u.id, coalesce(nullif(u.name, ''), u.email) as name from users u
        where u.company_id = ${companyId} and u.id = any(${userIds})
        union all
        select i.id, i.email from invitations i
        where i.company_id = ${companyId} and i.id = any(${userIds})`)
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  }
}

interface ListedRow {
  user_id: string
  name: string | null
  email: string | null
  avatar_url: string | null
  role_id: string | null
  outcome: SelectionRowRecord['outcome']
  code: string | null
  reason: string | null
  params: Record<string, string> | null
  missing: SelectionRowRecord['missing'] | null
}

async function readRows(
  { db }: Database,
  companyId: string,
  id: string,
  { outcome, offset, limit }: SelectionRowListing,
): Promise<SelectionRowRecord[]> {
  const { rows } = await sql<ListedRow>`
    select r.user_id, u.name, coalesce(u.email, i.email) as email, u.avatar_url, r.role_id, r.code, coalesce(r.reason, r.skip) as reason, r.params,
      r.missing, case when r.skip is not null then 'skipped' else coalesce(r.outcome, 'allowed') end as outcome
    from selection_rows r left join users u on u.company_id = r.company_id and u.id = r.user_id
    left join invitations i on u.id is null and i.company_id = r.company_id and i.id = r.user_id
    where r.company_id = ${companyId} and r.selection_id = ${id} ${outcome ? sql`and ${outcomes[outcome]}` : sql``}
    order by r.place limit ${limit} offset ${offset}`.execute(db)
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.name ?? '',
    email: row.email ?? '',
    ...(row.avatar_url !== null && { avatarUrl: row.avatar_url }),
    roleId: row.role_id,
    outcome: row.outcome,
    ...(row.code !== null && { code: row.code }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.params && { params: row.params }),
    ...(row.missing && { missing: row.missing }),
  }))
}
