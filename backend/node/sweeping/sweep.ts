import { type RawBuilder, sql } from 'kysely'
import { selectionTimes } from '../../core/selections/limits.ts'
import type { Database } from '../database/database.ts'

/** Limits of a round. */
export interface SweepOptions {
  /** The most rows that one statement deletes. @default 1_000 */
  batch?: number
  /** Statements for each table. The rest waits for the next round. @default 1_000 */
  batches?: number
  /** Called after each full batch: requests come first. @default goes on at once */
  rest?: () => Promise<void>
}

const now = sql`(select roster_now())`

/** When a sign-in ended or reached its limit, whichever came first. */
const end = sql`least(i.ended_at, i.expires_at)`

/** An older selection or export can't be used any more. */
const kept = sql.raw(`interval '${selectionTimes.keep} milliseconds'`)

/** An undo that may go on needs the rows of the selection that it undoes, which may have run for a day. */
const isOver = sql`s.made_at < ${now} - ${kept} and not exists (
  select from selections u where u.company_id = s.company_id and u.undo_of = s.id and u.ended_at is null
    and u.made_at >= ${now} - ${kept})`

/** After a while, a selection that wasn't started can't be started any more. It stays, so that a request says so. */
const toBegin = sql.raw(`interval '${selectionTimes.begin} milliseconds'`)
const isExpired = sql`s.begun_at is null and s.made_at < ${now} - ${toBegin}`

/**
 * What each table no longer needs. Writes sweep the changes and intents of their own company. A session is kept until
 * its sign-in is over. Otherwise a cookie that is still valid would open a first session again. A sign-in is kept until
 * its sessions are deleted.
 */
const outdated: Record<string, RawBuilder<unknown>> = {
  sign_in_attempts: sql`
    select ctid from sign_in_attempts where started_at < ${now} - interval '15 minutes' order by started_at`,
  sessions: sql`
    select s.ctid from sign_ins i join sessions s on s.sign_in_id = i.id
    where ${end} < ${now} - interval '30 days' order by ${end}`,
  sign_ins: sql`
    select i.ctid from sign_ins i
    where ${end} < ${now} - interval '30 days' and not exists (select from sessions s where s.sign_in_id = i.id)
    order by ${end}`,
  selection_rows: sql`
    select r.ctid from selections s
    join selection_rows r on r.company_id = s.company_id and r.selection_id = s.id
    where ${isExpired} or (${isOver})`,
  selections: sql`
    select s.ctid from selections s
    where ${isOver} and not exists (
      select from selection_rows r where r.company_id = s.company_id and r.selection_id = s.id)`,
  // Limits count a day of emails, and the history of an invitation is in the audit log.
  invitation_mail: sql`
    select m.ctid from invitation_mail m
    where m.state <> 'queued' and m.created_at < ${now} - interval '30 days'`,
  export_pages: sql`
    select p.ctid from exports e join export_pages p on p.company_id = e.company_id and p.export_id = e.id
    where e.made_at < ${now} - ${kept}`,
  exports: sql`
    select e.ctid from exports e
    where e.made_at < ${now} - ${kept} and not exists (
      select from export_pages p where p.company_id = e.company_id and p.export_id = e.id)`,
}

const locked: Record<string, RawBuilder<unknown>> = {
  sessions: sql`of s`,
  sign_ins: sql`of i`,
  selection_rows: sql`of r`,
  selections: sql`of s`,
  invitation_mail: sql`of m`,
  export_pages: sql`of p`,
  exports: sql`of e`,
}

/**
 * Deletes outdated rows in batches. Rows that another statement holds are left out. Returns how many it deleted. Rejects
 * after the others if a table failed, such as one that is locked.
 */
export async function sweep({ db }: Pick<Database, 'db'>, options: SweepOptions = {}) {
  const { batch = 1_000, batches = 1_000, rest } = options
  const swept: Record<string, number> = {}
  const errors: unknown[] = []

  async function deleteSome(table: string, rows: RawBuilder<unknown>): Promise<number> {
    try {
      const { numAffectedRows } = await sql`
        delete from ${sql.table(table)} where ctid = any(array(
          ${rows} limit ${batch} for update ${locked[table] ?? sql``} skip locked))`.execute(db)
      return Number(numAffectedRows ?? 0)
    } catch (error) {
      errors.push(error)
      return 0
    }
  }

  for (const [table, rows] of Object.entries(outdated)) {
    for (let count = 0; count < batches; count++) {
      const deleted = await deleteSome(table, rows)
      if (deleted > 0) swept[table] = (swept[table] ?? 0) + deleted
      if (deleted < batch) break
      await rest?.()
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} tables failed.`)
  return swept
}
