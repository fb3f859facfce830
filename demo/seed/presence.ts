import type { Kysely } from 'kysely'
import type { DemoSchema } from '../server/conversations/tables.ts'
import { namedAccounts } from './accounts.ts'
import type { Member } from './members.ts'

const hour = 3_600_000

/** Sets users online or away who were active a short time ago. The named accounts are online once they sign in. */
export async function seedPresence(
  db: Kysely<DemoSchema>,
  company: string,
  members: readonly Member[],
  now: Date,
): Promise<void> {
  const named = new Set(namedAccounts.map(({ email }) => email))
  const rows = members.flatMap(({ id, email, lastActiveAt }) => {
    const ago = lastActiveAt ? now.getTime() - lastActiveAt.getTime() : Number.POSITIVE_INFINITY
    if (named.has(email) || ago > 4 * hour) return []
    return [
      { company_id: company, user_id: id, presence: ago < hour ? ('online' as const) : ('away' as const) },
    ]
  })
  if (rows.length === 0) return
  await db
    .insertInto('demo_presence')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
