import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { requireLooked } from '../../core/ports/require-looked.ts'
import type { Intent, Plan, Written } from '../../core/ports/write.ts'
import { settleRepeat } from '../../core/rules/settle-repeat.ts'
import type { Database } from '../database/open.ts'
import { together } from '../database/together.ts'
import { applied } from './apply-changes.ts'
import type { Catalogues } from './catalogues.ts'
import { factsOf, toFacts } from './read-facts.ts'
import { toUser, type UserRow, userColumns, usersWithActivity } from './user-row.ts'

const serializationFailure = '40001'
const deadlock = '40P01'
const attempts = 5

const isTransient = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  (error.code === serializationFailure || error.code === deadlock)

const usersOf = (companyId: string, ids: string[]) => sql<UserRow>`
  select ${userColumns} from ${usersWithActivity}
  where u.company_id = ${companyId} and u.id = any(${ids}) and u.deleted_at is null`

/** One attempt, in two round trips: what is needed to decide, and what was decided. */
const attempt = <Answer>(
  { connection }: Database,
  catalogues: Catalogues,
  companyId: string,
  intent: Intent,
  { userIds, decide }: Plan<Answer>,
) =>
  connection(async (run): Promise<Written<Answer>> => {
    const known = catalogues.find(companyId)
    // The lock is a statement of its own: the next one must see what its last holder committed.
    const [, , [row]] = await together([
      run(sql`begin`),
      run(sql`select from companies where id = ${companyId} for update`),
      run(factsOf(companyId, intent, userIds, known)),
    ])
    if (!row) throw new Error(`There is no company ${companyId}.`)
    const catalogue = catalogues.read(row, known)
    const facts = toFacts(row, intent, userIds, catalogue)
    const usersRevision = row.users_revision

    const settled = settleRepeat(row.earlier, intent, facts, decide)
    if ('refused' in settled) {
      await run(sql`rollback`)
      return { ok: false, refused: settled.refused }
    }
    if ('repeated' in settled) {
      await run(sql`rollback`)
      const { answer, revision } = settled.repeated
      return { ok: true, answer, revision, repeated: true, users: facts.users, usersRevision }
    }
    const { decision } = settled
    requireLooked(decision.changes, facts)
    const [, changed] = await together([
      run(applied(companyId, intent, facts, decision)),
      run(usersOf(companyId, userIds)),
      run(sql`commit`),
    ])
    const revision = decision.changes.length > 0 ? facts.revision : facts.revision - 1
    catalogues.keep(catalogue, revision)
    const isAnyUserChanged = decision.changes.some(({ kind }) => kind !== 'end_sessions')
    return {
      ok: true,
      answer: decision.answer,
      revision,
      repeated: false,
      users: new Map(changed.map((user) => [user.id, toUser(user)])),
      usersRevision: isAnyUserChanged ? revision : usersRevision,
    }
  })

/** Changes a company under its lock. A conflict that the server reports is tried again. */
export async function write<Answer>(
  database: Database,
  catalogues: Catalogues,
  companyId: string,
  intent: Intent,
  plan: Plan<Answer>,
): Promise<Written<Answer>> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt(database, catalogues, companyId, intent, plan)
    } catch (error) {
      if (tried === attempts || !isTransient(error)) throw error
      await pause(2 ** tried * (1 + Math.random()))
    }
  }
}
