import { type RawBuilder, sql } from 'kysely'
import { idleLengths, marginMs, shortestTimeout } from '../../core/rules/idle-lengths.ts'

const { notice, warning } = idleLengths

/** Minutes of a policy as an interval. */
export const minutes = (count: number | RawBuilder<unknown>, minuteMs: number) =>
  sql`(${count}::float8 * ${minuteMs}::float8 * interval '1 millisecond')`

/**
 * When a session `s` is idle by the policy of its company `c`, null while the policy is off. It is `isIdle` of the rules
 * in SQL.
 */
export function idleEnd(minuteMs: number): RawBuilder<unknown> {
  const warned = sql`case c.idle_minutes when ${sql.lit(shortestTimeout)} then ${sql.lit(warning.shortest)}
    else ${sql.lit(warning.others)} end`
  const margin = sql`${marginMs({ minuteMs })}::float8 * interval '1 millisecond'`
  return sql`(case when c.idle_enabled then greatest(
    s.activity_at + ${minutes(sql`c.idle_minutes`, minuteMs)} + ${margin},
    s.held_until + ${minutes(warned, minuteMs)} + ${margin},
    c.idle_tightened_at + ${minutes(sql`(${warned} + ${sql.lit(notice)})`, minuteMs)}) end)`
}

/** Whether a session `s` isn't over: it has not ended, and is not idle at `now`. */
export const isLiving = (minuteMs: number) =>
  sql`(s.ended_at is null and now < coalesce(${idleEnd(minuteMs)}, 'infinity'))`
