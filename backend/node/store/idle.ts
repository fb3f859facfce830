import { randomUUID } from 'node:crypto'
import type { OpenSessions } from '@aicx/roster/contract'
import { type RawBuilder, sql } from 'kysely'
import { type IdleStore, mostHolds, type SessionActor } from '../../core/ports/idle.ts'
import { idleLengths } from '../../core/rules/idle-lengths.ts'
import type { Database } from '../database/database.ts'
import { auditColumns, endSessions } from './end-sessions.ts'
import { idleEnd, isLiving, minutes } from './idle-end.ts'
import { type IdlePolicyRow, idlePolicyColumns, toIdlePolicy } from './idle-policy-row.ts'

type CountsRow = Record<'open' | 'reporting' | 'over_10' | 'over_15' | 'over_30', number>

const moment = sql`moment as materialized (select roster_now() as now)`

/** An audit entry about a session whose user `user_id` names. */
const sessionAudit = (
  companyId: string,
  { actor, requestId }: SessionActor,
  action: string,
  after: object | null,
): RawBuilder<unknown> => sql`
  insert into audit ${auditColumns}
  select ${companyId}, ${randomUUID()}, c.revision, now, ${requestId}, ${actor.kind}, ${actor.id}, ${action}::text,
    user_id, ${after && JSON.stringify(after)}::jsonb, ${requestId}`

/** Idle logout in SQL. A minute of a policy lasts `minuteMs`. */
export function createIdle({ run }: Database, minuteMs: number): IdleStore {
  return {
    async policy(companyId) {
      const [row] = await run(sql<IdlePolicyRow & { updated_by_name: string | null }>`
        select ${idlePolicyColumns}, coalesce(nullif(u.name, ''), nullif(u.email, '')) as updated_by_name
        from companies c left join users u on u.company_id = c.id and u.id = c.idle_updated_by
        where c.id = ${companyId}`)
      if (!row) return null
      const { updated_by_name: updatedByName } = row
      return { policy: toIdlePolicy(row, minuteMs), ...(updatedByName !== null && { updatedByName }) }
    },

    async sessions(companyId): Promise<OpenSessions> {
      const over = (timeout: number) =>
        sql`count(*) filter (where s.activity_at <= now - ${minutes(timeout, minuteMs)})::int`
      const [row] = await run(sql<CountsRow>`
        with ${moment}
        select count(*)::int as open, count(s.reported_at)::int as reporting,
          ${over(10)} as over_10, ${over(15)} as over_15, ${over(30)} as over_30
        from companies c join sessions s on s.company_id = c.id
        join users u on u.company_id = c.id and u.id = s.user_id and u.deleted_at is null, moment
        where c.id = ${companyId} and ${isLiving(minuteMs)}
          and coalesce(s.expires_at, s.seen_at + interval '1 day') > now`)
      const { open = 0, reporting = 0, over_10 = 0, over_15 = 0, over_30 = 0 } = row ?? {}
      return { open, reporting, idleOver: { 10: over_10, 15: over_15, 30: over_30 } }
    },

    async report(companyId, sessionId, ageMs) {
      const reported = await run(sql`
        with ${moment}, reported as (
          update sessions s
          set activity_at = greatest(s.activity_at, now - ${ageMs}::float8 * interval '1 millisecond'), reported_at = now
          from companies c, moment
          where c.id = ${companyId} and s.company_id = c.id and s.id = ${sessionId} and ${isLiving(minuteMs)}
          returning s.user_id, s.activity_at
        ), active as (
          update user_activity a set last_active_at = reported.activity_at from reported
          where a.company_id = ${companyId} and a.user_id = reported.user_id and a.last_active_at < reported.activity_at
        )
        select from reported`)
      return reported.length > 0
    },

    async end(companyId, sessionId, { earlyMs, ...by }) {
      const early = sql`${earlyMs}::float8 * interval '1 millisecond'`
      const where = sql`s.id = ${sessionId} and now >= ${idleEnd(minuteMs)} - ${early}`
      return (await endSessions(run, companyId, { where, reason: 'idle' }, by)) > 0
    },

    async hold(companyId, sessionId, { id, reason, maxMs, ...by }) {
      const asked = sql`now + ${maxMs}::float8 * interval '1 millisecond'`
      const kept = minutes(idleLengths.keptHold, minuteMs)
      const [hold] = await run(sql<{ until: Date } | { until: null; wait_ms: number }>`
        with c as materialized (select * from companies where id = ${companyId} for key share),
        moment as materialized (select roster_now() as now from c),
        living as materialized (
          select s.id, s.user_id, least(${asked}, s.activity_at + ${minutes(idleLengths.hold, minuteMs)}) as until
          from c join sessions s on s.company_id = c.id, moment
          where s.id = ${sessionId} and c.idle_hold and ${isLiving(minuteMs)} for update of s
        ), own as materialized (
          select h.id, h.until + ${kept} as forgotten_at from session_holds h
          where h.company_id = ${companyId} and h.session_id = ${sessionId}
        ), forgotten as (
          delete from session_holds h using own, moment
          where h.company_id = ${companyId} and h.id = own.id and forgotten_at <= now
        ), counted as materialized (
          select count(*) as count, min(forgotten_at) - min(now) as wait from own, moment where forgotten_at > now
        ), held as (
          insert into session_holds (company_id, id, session_id, until)
          select ${companyId}, ${id}, living.id, living.until from living, moment, counted
          where living.until > now and counted.count < ${mostHolds}::integer
          returning until
        ), noted as (
          update sessions s set held_until = greatest(s.held_until, held.until) from held
          where s.company_id = ${companyId} and s.id = ${sessionId}
        ), audited as (${sessionAudit(companyId, by, 'hold_session', { reason })} from c, moment, living, held)
        select held.until, (extract(epoch from counted.wait) * 1000)::float8 as wait_ms
        from living cross join moment cross join counted left join held on true where living.until > now`)
      if (!hold) return null
      return hold.until === null ? { waitMs: hold.wait_ms } : { until: hold.until }
    },

    async release(companyId, sessionId, holdId, by) {
      const own = sql`h.company_id = ${companyId} and h.session_id = ${sessionId}`
      const found = await run(sql`
        with c as materialized (select * from companies where id = ${companyId} for key share),
        moment as materialized (select roster_now() as now from c),
        released as (
          update session_holds h set until = now from moment where ${own} and h.id = ${holdId} and h.until > now
          returning h.id
        ), noted as (
          update sessions s set held_until = (
            select max(case when h.id = ${holdId} then now else h.until end) from session_holds h where ${own})
          from released, moment where s.company_id = ${companyId} and s.id = ${sessionId}
          returning s.user_id
        ), audited as (${sessionAudit(companyId, by, 'release_session', null)} from c, moment, noted)
        select from session_holds h where ${own} and h.id = ${holdId}`)
      return found.length > 0
    },
  }
}
