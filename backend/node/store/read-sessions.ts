import { sql } from 'kysely'
import type { Admission } from '../../core/ports/admission.ts'
import type { Database } from '../database/database.ts'
import { type CatalogueRow, catalogueColumns } from './catalogue-columns.ts'
import type { Catalogues } from './catalogues.ts'
import { type IdlePolicyRow, idlePolicyColumns, toIdlePolicy } from './idle-policy-row.ts'
import { type SessionRow, toSession } from './session-row.ts'
import { touchSessions } from './touch-sessions.ts'
import { toUser, type UserRow, userColumns } from './user-row.ts'

interface Row extends CatalogueRow, IdlePolicyRow {
  now: Date
  is_read_only: boolean
  users_revision: number
  sessions: (SessionRow & { member: UserRow | null })[]
}

/** Sessions of a company by their ids with their users, all in one statement. */
export async function readSessions(
  { run }: Database,
  catalogues: Catalogues,
  minuteMs: number,
  companyId: string,
  ids: string[],
): Promise<Map<string, Admission>> {
  const known = catalogues.find(companyId)
  const [row] = await run(sql<Row>`
    select roster_now() as now, current_setting('transaction_read_only')::boolean as is_read_only,
      ${catalogueColumns(known?.revision)}, c.users_revision, ${idlePolicyColumns},
      (select coalesce(json_agg(row_to_json(listed)), '[]') from (
        select s.id as session_id, s.sign_in_id, s.user_id, s.opened_at, s.seen_at, s.activity_at, s.reported_at,
          s.held_until, s.ended_at, s.end_reason,
          case when u.id is not null then (select row_to_json(columns) from (select ${userColumns}) columns) end as member
        from sessions s
        left join users u on u.company_id = s.company_id and u.id = s.user_id and u.deleted_at is null
        left join user_activity a on a.company_id = u.company_id and a.user_id = u.id
        where s.company_id = c.id and s.id = any(${ids})) listed) as sessions
    from companies c where c.id = ${companyId}`)
  if (!row) return new Map()
  const { now, users_revision: usersRevision, sessions } = row
  const catalogue = catalogues.read(row, known)
  const idlePolicy = toIdlePolicy(row, minuteMs)
  const touched = await touchSessions(run, companyId, row, sessions)
  return new Map(
    sessions.map((session) => {
      const id = session.session_id
      const user = session.member && toUser(session.member)
      const record = toSession(session, touched.has(id) ? now : session.seen_at)
      return [id, { now, catalogue, idlePolicy, usersRevision, user, session: record }]
    }),
  )
}
