import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { emailKey } from '../../core/text/email-key.ts'
import type { Database } from '../database/database.ts'
import { networkOf } from './network.ts'

/** Failed sign-ins that are accepted within fifteen minutes. */
export interface AttemptLimits {
  /** From one IP address to one account. @default 10 */
  perPair?: number
  /** From one IP address. @default 100 */
  perAddress?: number
  /** To one account. @default 100 */
  perAccount?: number
  /** From a browser that has signed in to the account before. None of the other limits stops it. @default 10 */
  perDevice?: number
}

/** An attempt to sign in. */
export interface Attempt {
  email: string
  /** The client's IP address, if it is known. */
  address: string | undefined
  /** The browser, if it has signed in to this account before. */
  device: string | undefined
}

/** The limit that an attempt exceeds. */
export interface Exceeded {
  limit: 'pair' | 'address' | 'account' | 'device'
  /** Seconds until the limit is counted again from zero. */
  retryAfter: number
}

/** Counts failed sign-ins in the database, for all instances together. */
export interface SignInAttempts {
  /**
   * Counts an attempt as failed before its password is checked, so that simultaneous attempts are counted too. If the
   * attempt exceeds a limit, it isn't counted, and the limit is returned.
   */
  count(attempt: Attempt): Promise<Exceeded | undefined>
  /** Removes an attempt from the count that failed for another reason than its password. */
  takeBack(attempt: Attempt): Promise<void>
  /**
   * Removes a successful attempt from the count, with the failures from the same address or browser for its account.
   */
  forgive(attempt: Attempt): Promise<void>
}

interface Counter {
  limit: Exceeded['limit']
  key: string
  most: number
}

const windowSeconds = 15 * 60

const length = sql`make_interval(secs => ${sql.lit(windowSeconds)})`

const hash = (email: string) => createHash('sha256').update(emailKey(email)).digest('base64url')

/** A table of counts. Counts older than the window are deleted. */
export function createSignInAttempts({ db }: Database, limits: AttemptLimits = {}): SignInAttempts {
  const { perPair = 10, perAddress = 100, perAccount = 100, perDevice = 10 } = limits

  /** The narrowest limit comes first: an attempt that it refuses doesn't count for the wider limits. */
  function countersOf({ email, address, device }: Attempt): Counter[] {
    if (device) return [{ limit: 'device', key: `device:${device}`, most: perDevice }]
    const network = networkOf(address)
    return [
      { limit: 'pair', key: `pair:${network} ${hash(email)}`, most: perPair },
      { limit: 'address', key: `address:${network}`, most: perAddress },
      { limit: 'account', key: `account:${hash(email)}`, most: perAccount },
    ]
  }

  async function raise(key: string): Promise<{ count: number; remaining: number }> {
    const { rows } = await sql<{ count: number; remaining: number }>`
      with moment as materialized (select roster_now() as now)
      insert into sign_in_attempts as a (key, started_at, count) select ${key}, now, 1 from moment
      on conflict (key) do update set
        count = case when a.started_at < excluded.started_at - ${length} then 1 else a.count + 1 end,
        started_at = case when a.started_at < excluded.started_at - ${length} then excluded.started_at else a.started_at end
      returning count, ceil(extract(epoch from started_at + ${length} - (select now from moment)))::int as remaining
    `.execute(db)
    return rows[0] ?? { count: 0, remaining: 0 }
  }

  /**
   * One key for each statement, since two statements that lock the same keys in a different order would block each
   * other. A count of zero is deleted: else each refused attempt of a stranger could add a row.
   */
  async function lower(counters: Counter[]) {
    for (const { key } of counters) {
      await db.deleteFrom('sign_in_attempts').where('key', '=', key).where('count', '<=', 1).execute()
      await db
        .updateTable('sign_in_attempts')
        .set({ count: sql`count - 1` })
        .where('key', '=', key)
        .where('count', '>', 1)
        .execute()
    }
  }

  return {
    async count(attempt) {
      const counters = countersOf(attempt)
      for (const [index, { limit, key, most }] of counters.entries()) {
        const { count, remaining } = await raise(key)
        if (count <= most) continue
        await lower(counters.slice(0, index + 1))
        return { limit, retryAfter: Math.max(1, remaining) }
      }
      return undefined
    },
    takeBack: (attempt) => lower(countersOf(attempt)),
    async forgive(attempt) {
      const [narrowest, ...wider] = countersOf(attempt)
      if (narrowest) await db.deleteFrom('sign_in_attempts').where('key', '=', narrowest.key).execute()
      await lower(wider)
    },
  }
}
