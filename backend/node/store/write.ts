import { sql } from 'kysely'
import { requireLooked } from '../../core/ports/require-looked.ts'
import { splitChanges } from '../../core/ports/split-changes.ts'
import type { Intent, Plan, Written } from '../../core/ports/write.ts'
import { settleRepeat } from '../../core/rules/settle-repeat.ts'
import type { Database } from '../database/database.ts'
import { together } from '../database/together.ts'
import { applied } from './apply-changes.ts'
import type { Catalogues } from './catalogues.ts'
import { invitationFactsOf } from './invitation-facts.ts'
import { factsOf, toFacts } from './read-facts.ts'
import type { Seats } from './seats.ts'
import { usersAfter } from './users-after.ts'

/**
 * Changes a company under its lock, in two round trips: what is needed to decide, and what was decided. It can run
 * again whether or not it was committed, since it recognises an intent that was carried out.
 */
export const write = <Answer>(
  { connection }: Database,
  catalogues: Catalogues,
  seats: Seats,
  minuteMs: number,
  companyId: string,
  intent: Intent,
  { userIds, selectionId, invitations, decide }: Plan<Answer>,
) =>
  connection(async (run): Promise<Written<Answer>> => {
    const known = catalogues.find(companyId)
    const knownUsers = seats.find(companyId)
    // A selection may restore users, which takes seats.
    const asksInvitations = invitations !== undefined || selectionId !== undefined
    // The lock is a separate statement: the next one must see what the last holder committed.
    const [, , [row], [ofInvitations]] = await together([
      run(sql`begin`),
      run(sql`select from companies where id = ${companyId} for update`),
      run(factsOf(companyId, intent, { userIds, selectionId }, known)),
      asksInvitations
        ? run(
            invitationFactsOf(
              companyId,
              intent,
              invitations ?? { ids: [], keys: [] },
              seats.columns(knownUsers),
            ),
          )
        : Promise.resolve([]),
    ])
    const lockedAt = performance.now()
    if (!row) throw new Error(`There is no company ${companyId}.`)
    const catalogue = catalogues.read(row, known)
    const facts = toFacts(
      row,
      intent,
      userIds,
      catalogue,
      minuteMs,
      ofInvitations && {
        row: ofInvitations,
        seats: seats.read(companyId, ofInvitations, knownUsers),
      },
    )
    const usersRevision = row.users_revision

    const settled = settleRepeat(row.earlier, intent, facts, decide)
    if ('refused' in settled) {
      await run(sql`rollback`)
      return { ok: false, refused: settled.refused }
    }
    if ('repeated' in settled) {
      await run(sql`rollback`)
      const { answer, revision } = settled.repeated
      return { ok: true, answer, revision, repeated: true, users: facts.users, usersRevision, lockedMs: 0 }
    }
    const { decision } = settled
    requireLooked(decision.changes, facts)
    try {
      await together([run(applied(companyId, intent, facts, decision)), run(sql`commit`)])
    } catch (error) {
      // The same new address joined another company at the same moment, with another password.
      if (isPasswordTaken(error)) return { ok: false, refused: { code: 'signed_out' } }
      throw error
    }
    const revision = decision.changes.length > 0 || decision.idlePolicy ? facts.revision : facts.revision - 1
    catalogues.keep(catalogue, revision)
    seats.keepAfter(companyId, facts.seats, decision.changes, revision)
    const { ofUsers } = splitChanges(decision.changes)
    const isAnyUserChanged = ofUsers.some(({ kind }) => kind !== 'end_sessions')
    return {
      ok: true,
      answer: decision.answer,
      revision,
      repeated: false,
      users: selectionId === undefined ? usersAfter(facts.users, ofUsers, revision) : new Map(),
      usersRevision: isAnyUserChanged ? revision : usersRevision,
      lockedMs: performance.now() - lockedAt,
    }
  })

const isPasswordTaken = (error: unknown) =>
  error instanceof Error && 'constraint' in error && error.constraint === 'passwords_pkey'
