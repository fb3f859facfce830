import { sql } from 'kysely'
import type { IdlePolicyChange } from '../../core/ports/idle.ts'
import type { Facts, Intent } from '../../core/ports/write.ts'
import { auditColumns, bySystem, endedAudit } from './end-sessions.ts'
import { idleEnd } from './idle-end.ts'

/** What a new policy sets in the company's row. */
export const idlePolicyPatch = (
  { enabled, timeoutMinutes, allowHold, isTighter }: IdlePolicyChange,
  { actor }: Intent,
  now: Date,
) => sql`,
  idle_enabled = ${enabled}, idle_minutes = ${timeoutMinutes}, idle_hold = ${allowHold}, idle_rev = idle_rev + 1,
  idle_updated_by = ${actor.id}, idle_updated_at = ${now}::timestamptz,
  idle_tightened_at = case when ${isTighter} then ${now}::timestamptz else idle_tightened_at end`

/** Ends the sessions that are idle by the old policy, so that a longer policy doesn't revive them. */
export const endIdleBefore = (
  companyId: string,
  minuteMs: number,
  { now, revision }: Pick<Facts, 'now' | 'revision'>,
) => sql`
  e as (
    update sessions s set ended_at = ${now}::timestamptz, end_reason = 'idle' from companies c
    where c.id = ${companyId} and s.company_id = c.id and s.ended_at is null
      and ${now}::timestamptz >= ${idleEnd(minuteMs)}
    returning s.company_id, s.user_id, s.ended_at
  ), idle_audited as (
    insert into audit ${auditColumns} ${endedAudit(sql`${revision}::bigint`, 'idle', bySystem())} from e
  )`
