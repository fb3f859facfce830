import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { requireLooked } from '../../core/ports/require-looked.ts'
import type { Intent, Plan, Written } from '../../core/ports/write.ts'
import type { Database } from '../database/open.ts'
import { applyChanges } from './apply-changes.ts'
import { readFacts } from './read-facts.ts'

const serializationFailure = '40001'
const deadlock = '40P01'
const attempts = 5

const isTransient = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  (error.code === serializationFailure || error.code === deadlock)

const attempt = <Answer>({ db }: Database, companyId: string, intent: Intent, plan: Plan<Answer>) =>
  db.transaction().execute(async (transaction): Promise<Written<Answer>> => {
    // A statement of its own: a later one must see what the last holder of the lock committed.
    await sql`select from companies where id = ${companyId} for update`.execute(transaction)
    const { facts, earlier } = await readFacts(transaction, companyId, intent, plan.userIds)

    if (earlier && earlier.fingerprint !== intent.fingerprint)
      return { ok: false, refused: { code: 'idempotency_mismatch' } }
    if (earlier)
      // The answer that this intent's own decision gave.
      return { ok: true, answer: earlier.answer as Answer, revision: earlier.revision, repeated: true }

    const decision = plan.decide(facts)
    if ('refused' in decision) return { ok: false, refused: decision.refused }
    requireLooked(decision.changes, facts)
    await applyChanges(transaction, companyId, intent, facts, decision)
    const revision = decision.changes.length > 0 ? facts.revision : facts.revision - 1
    return { ok: true, answer: decision.answer, revision, repeated: false }
  })

/** Changes a company under its lock; a conflict that the server reports is tried again. */
export async function write<Answer>(
  database: Database,
  companyId: string,
  intent: Intent,
  plan: Plan<Answer>,
): Promise<Written<Answer>> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt(database, companyId, intent, plan)
    } catch (error) {
      if (tried === attempts || !isTransient(error)) throw error
      await pause(2 ** tried * (1 + Math.random()))
    }
  }
}
