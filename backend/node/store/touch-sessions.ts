import { sql } from 'kysely'
import type { Run } from '../database/database.ts'
import { passing } from '../database/passing.ts'
import type { SessionRow } from './session-row.ts'

/** The moment at which sessions were read, and whether the database accepts writes. */
interface Moment {
  now: Date
  is_read_only: boolean
}

const minute = 60_000

/**
 * Updates when sessions were last seen, for display, once a minute across all instances. Rows that are locked are
 * left out, since no read should wait for this.
 */
const touched = (companyId: string, ids: string[], now: Date, expiresAt: Date | undefined) => sql`
  with due as (
    select id from sessions
    where company_id = ${companyId} and id = any(${ids}) and ended_at is null
      and seen_at <= ${new Date(now.getTime() - minute)}
    for update skip locked
  )
  update sessions s set seen_at = ${now}, expires_at = coalesce(${expiresAt ?? null}, s.expires_at) from due
  where s.company_id = ${companyId} and s.id = due.id`

/**
 * Updates when sessions were last seen, where a minute has passed, and when their sign-in ends, where that is known.
 * Returns their ids. Reads work without it.
 */
export async function touchSessions(
  run: Run,
  companyId: string,
  { now, is_read_only: isReadOnly }: Moment,
  sessions: SessionRow[],
  expiresAt?: Date,
): Promise<Set<string>> {
  const isDue = ({ ended_at, seen_at }: SessionRow) =>
    ended_at === null && now.getTime() - new Date(seen_at).getTime() >= minute
  const ids = isReadOnly ? [] : sessions.filter(isDue).map(({ session_id }) => session_id)
  if (ids.length === 0) return new Set()
  try {
    await run(touched(companyId, ids, now, expiresAt))
    return new Set(ids)
  } catch (error) {
    if (passing(error)) return new Set()
    throw error
  }
}
