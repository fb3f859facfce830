import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { SessionActor } from '../../core/ports/idle.ts'
import type { EndReason } from '../../core/ports/records.ts'
import type { Run } from '../database/database.ts'
import { changesChannel } from './change-hints.ts'

/** Which sessions `s` of a company `c` end at the moment `now`, and why. */
export interface Ending {
  where: RawBuilder<unknown>
  reason: EndReason
  /** The most sessions of one call. @default all */
  limit?: number
}

/** The actor if no request ends the sessions. */
export const bySystem = (): SessionActor => ({
  actor: { kind: 'system', id: 'roster-backend' },
  requestId: randomUUID(),
})

/** Who ends sessions, such as the user of each. */
type Ender = Omit<SessionActor, 'actor'> & { actor: { kind: string; id: string | RawBuilder<unknown> } }

/** The audit entries of sessions `e` that ended. */
export const endedAudit = (
  revision: RawBuilder<unknown>,
  reason: EndReason,
  { actor, requestId }: Ender,
) => sql`
  select e.company_id, gen_random_uuid()::text, ${revision}, e.ended_at, ${requestId}, ${actor.kind}, ${actor.id},
    'end_session', e.user_id, jsonb_build_object('reason', ${reason}::text), ${requestId}`

/** The columns that {@link endedAudit} fills. */
export const auditColumns = sql`
  (company_id, id, revision, at, intent, actor_kind, actor_id, action, target_id, after, request_id)`

/**
 * Ends sessions of a company, each with an audit entry, and wakes their event streams. A session that another statement
 * ends or extends in the meantime is left out. The company's row is locked first, in the order of all writes. Returns
 * how many it ended.
 */
export async function endSessions(
  run: Run,
  companyId: string,
  ending: Ending,
  by = bySystem(),
): Promise<number> {
  const [row] = await run(sql<{ ended: number }>`
    with c as materialized (select * from companies where id = ${companyId} for key share),
    moment as materialized (select roster_now() as now from c),
    due as (
      select s.company_id, s.id from c join sessions s on s.company_id = c.id, moment
      where s.ended_at is null and ${ending.where}
      order by s.id ${ending.limit === undefined ? sql`` : sql`limit ${ending.limit}`} for update of s
    ), e as (
      update sessions s set ended_at = now, end_reason = ${ending.reason} from due, moment
      where s.company_id = due.company_id and s.id = due.id
      returning s.company_id, s.user_id, s.ended_at
    ), audited as (
      insert into audit ${auditColumns} ${endedAudit(sql`c.revision`, ending.reason, by)} from e, c
    ), told as (
      select pg_notify(${changesChannel}, ${companyId}) from e limit 1
    )
    select (select count(*)::int from e) as ended, (select count(*) from told) as told`)
  return row?.ended ?? 0
}
