import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  type ExportProgress,
  type ExportStore,
  exportPageRows,
  exportsEach,
} from '../../core/ports/exports.ts'
import type { Database } from '../database/database.ts'
import { listedUsers } from './listed-users.ts'
import { userOrder } from './user-order.ts'
import { toUser, type UserRow, userColumns } from './user-row.ts'

/** Exports, whose ids are stored in the database and not in this process. */
export function createExports({ bulk, run }: Database): ExportStore {
  return {
    async begin(companyId, id, listing, { actor, requestId }) {
      const { key, id: column, direction } = userOrder(listing)
      const order = sql`${key} ${direction}, ${column} ${direction}`
      const { rows } = await sql<{ total: number }>`
        with moment as materialized (select roster_now() as now),
        replaced as (
          delete from export_pages p using (
            select e.id from exports e where e.company_id = ${companyId} and e.made_by = ${actor.id}
            order by e.made_at desc offset ${exportsEach - 1}
          ) older
          where p.company_id = ${companyId} and p.export_id = older.id
        ), begun as (
          insert into exports (company_id, id, made_by, made_at)
          select ${companyId}, ${id}, ${actor.id}, now from moment
        ), audited as (
          insert into audit
            (company_id, id, revision, at, intent, actor_kind, actor_id, action, target_id, request_id)
          select c.id, ${randomUUID()}, c.revision, now, ${id}, ${actor.kind}, ${actor.id}, 'export_users', ${id},
            ${requestId}
          from companies c, moment where c.id = ${companyId}
        ), frozen as materialized (
          select ${column} as id, row_number() over (order by ${order}) - 1 as place
          from ${listedUsers(companyId, listing)}
        ), paged as (
          insert into export_pages (company_id, export_id, page, ids)
          select ${companyId}, ${id}, f.place / ${exportPageRows}::integer, array_agg(f.id order by f.place) from frozen f
          group by 3
        )
        select count(*)::integer as total from frozen`.execute(bulk)
      return { total: rows[0]?.total ?? 0 }
    },
    async page(companyId, id, page) {
      const rows = await run(sql<{ is_page: boolean } & (UserRow | { id: null })>`
        select true as is_page, found.* from export_pages p left join lateral (
          select t.place, ${userColumns} from unnest(p.ids) with ordinality t(id, place)
          join users u on u.company_id = p.company_id and u.id = t.id and u.deleted_at is null
          left join user_activity a on a.company_id = u.company_id and a.user_id = u.id
        ) found on true
        where p.company_id = ${companyId} and p.export_id = ${id} and p.page = ${page}
        order by found.place`)
      if (rows.length === 0) return null
      return rows.flatMap((row) => (row.id === null ? [] : toUser(row)))
    },
    async end(companyId, id, { done, rows, bytes }) {
      await run(sql`
        with ended as (
          update exports set done = ${done}, rows = ${rows}, bytes = ${bytes}
          where company_id = ${companyId} and id = ${id}
        )
        delete from export_pages where company_id = ${companyId} and export_id = ${id}`)
    },
    async find(companyId, id) {
      const [row] = await run(sql<ExportProgress & { madeBy: string }>`
        select done, rows, bytes, made_by as "madeBy" from exports where company_id = ${companyId} and id = ${id}`)
      return row ?? null
    },
  }
}
