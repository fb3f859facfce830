import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import { Refused } from '../../core/ports/refused.ts'
import { emailKey } from '../database/email-key.ts'
import type { Database } from '../database/open.ts'

/** Failed sign-ins that are borne within a quarter of an hour. */
export interface AttemptLimits {
  /** @default 10 */
  perEmail?: number
  /** @default 100 */
  perAddress?: number
}

/** Counts sign-ins in the database, for all instances together. */
export interface SignInAttempts {
  /** Counts one before it is judged, so that many at once are counted too; over the limit it refuses. */
  count(email: string, address: string | undefined): Promise<void>
  /** Takes a successful one back. */
  forgive(email: string, address: string | undefined): Promise<void>
}

const windowSeconds = 15 * 60
const pruned = 100

const length = sql`make_interval(secs => ${sql.lit(windowSeconds)})`

const emailOf = (email: string) => `email:${createHash('sha256').update(emailKey(email)).digest('base64url')}`

/** Whoever has one IPv6 address has 2⁶⁴; those who come without any share one count. */
function addressOf(address: string | undefined): string {
  if (!address || !isIPv6(address)) return `address:${address ?? 'unknown'}`
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ?? '').split(':')]
  return `address:${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}`
}

/** A table of counts that forgets what is past its window. */
export function createSignInAttempts({ db }: Database, limits: AttemptLimits = {}): SignInAttempts {
  const { perEmail = 10, perAddress = 100 } = limits

  async function countKey(key: string, limit: number) {
    const { rows } = await sql<{ count: number; remaining: number }>`
      with moment as materialized (select roster_now() as now), forgotten as (
        delete from sign_in_attempts where key in (
          select key from sign_in_attempts, moment where started_at < now - ${length} and key <> ${key}
          order by started_at limit ${pruned})
      )
      insert into sign_in_attempts as a (key, started_at, count) select ${key}, now, 1 from moment
      on conflict (key) do update set
        count = case when a.started_at < excluded.started_at - ${length} then 1 else a.count + 1 end,
        started_at = case when a.started_at < excluded.started_at - ${length} then excluded.started_at else a.started_at end
      returning count, ceil(extract(epoch from started_at + ${length} - (select now from moment)))::int as remaining
    `.execute(db)
    const [row] = rows
    if (row && row.count > limit)
      throw new Refused('rate_limited', { retryAfter: Math.max(1, row.remaining) })
  }

  return {
    async count(email, address) {
      await countKey(addressOf(address), perAddress)
      await countKey(emailOf(email), perEmail)
    },
    async forgive(email, address) {
      await db.deleteFrom('sign_in_attempts').where('key', '=', emailOf(email)).execute()
      await db
        .updateTable('sign_in_attempts')
        .set({ count: sql`greatest(count - 1, 0)` })
        .where('key', '=', addressOf(address))
        .execute()
    },
  }
}
