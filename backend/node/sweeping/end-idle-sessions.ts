import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { inTurnOf } from '../database/turn.ts'
import { endSessions } from '../store/end-sessions.ts'
import { idleEnd } from '../store/idle-end.ts'

/** Sessions of a company that one statement ends, while the company's writes wait. */
const batch = 500

/** Companies that one round checks. */
const most = 1_000

/**
 * Ends the sessions that are idle, of all companies. A page that was closed sends no requests, so no request would
 * end its session. Returns how many it ended. If a company fails, such as one that is locked, the others are swept before
 * it rejects.
 */
export async function endIdleSessions({ run }: Pick<Database, 'run'>, minuteMs = 60_000): Promise<number> {
  const companies = await run(sql<{ id: string }>`
    with moment as materialized (select roster_now() as now)
    select c.id from companies c, moment
    where c.idle_enabled and exists (
      select from sessions s where s.company_id = c.id and s.ended_at is null and now >= ${idleEnd(minuteMs)})
    limit ${most}`)
  let ended = 0
  const errors: unknown[] = []
  for (const { id } of companies) {
    const where = sql`now >= ${idleEnd(minuteMs)}`
    const end = () => endSessions(run, id, { where, reason: 'idle', limit: batch })
    // A company that is locked for long doesn't keep the others waiting.
    try {
      ended += await inTurnOf({ company: id }, end)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} of ${companies.length} companies failed.`)
  return ended
}
