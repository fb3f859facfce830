import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { SignInRef } from '../../core/ports/identity.ts'
import type { SessionRecord } from '../../core/ports/records.ts'
import type { Admission } from '../../core/ports/store.ts'
import type { Database } from '../database/open.ts'
import { type CatalogueRow, catalogueColumns, toCatalogue } from './catalogue-columns.ts'
import { toUser, type UserRow, userColumns, usersWithActivity } from './user-row.ts'

interface Row extends CatalogueRow {
  now: Date
  session_id: string | null
  user_id: string
  opened_at: Date
  seen_at: Date
  activity_at: Date
  ended_at: Date | null
  end_reason: SessionRecord['endReason']
  user: UserRow | null
}

const minute = 60_000

async function look({ db }: Database, companyId: string, signInId: string) {
  const { rows } = await sql<Row>`
    select roster_now() as now, ${catalogueColumns}, s.id as session_id, s.user_id, s.opened_at, s.seen_at, s.activity_at,
      s.ended_at, s.end_reason,
      (select row_to_json(member) from (
        select ${userColumns} from ${usersWithActivity}
        where u.company_id = c.id and u.id = s.user_id and u.deleted_at is null) member) as user
    from companies c left join lateral (
      select * from sessions where company_id = ${companyId} and sign_in_id = ${signInId}
      order by ordinal desc limit 1
    ) s on true
    where c.id = ${companyId}
  `.execute(db)
  return rows[0]
}

/** Revocations of the account of a user `u` since a sign-in authenticated. */
const revokedSince = (authenticatedAt: Date) => sql`
  select from session_ends e
  where e.company_id = u.company_id and e.account_id = u.account_id and e.at > ${authenticatedAt}`

/**
 * Opens a session of the account's user, unless another request opened that one; the user becomes active. Waits for the
 * company's lock, in a statement of its own, so that it sees a revocation under way.
 */
const open = (
  { db }: Database,
  companyId: string,
  { id, accountId, authenticatedAt }: SignInRef,
  ordinal: number,
) =>
  db.transaction().execute(async (transaction) => {
    await sql`select from companies where id = ${companyId} for share`.execute(transaction)
    await sql`
      with moment as materialized (select roster_now() as now), opened as (
        insert into sessions (company_id, id, sign_in_id, ordinal, user_id, opened_at, seen_at, activity_at)
        select u.company_id, ${randomUUID()}, ${id}, ${ordinal}, u.id, now, now, now from users u, moment
        where u.company_id = ${companyId} and u.account_id = ${accountId} and u.deleted_at is null
          and not exists (${revokedSince(authenticatedAt)})
        on conflict (company_id, sign_in_id, ordinal) do nothing
        returning user_id, seen_at
      )
      update user_activity a set last_active_at = opened.seen_at from opened
      where a.company_id = ${companyId} and a.user_id = opened.user_id
    `.execute(transaction)
  })

/** Moves what is seen for display, once a minute whichever instance is asked. */
const touch = ({ db }: Database, companyId: string, sessionId: string, now: Date) =>
  sql`
    with touched as (
      update sessions set seen_at = ${now}
      where company_id = ${companyId} and id = ${sessionId} and ended_at is null
        and seen_at <= ${new Date(now.getTime() - minute)}
      returning user_id
    )
    update user_activity a set last_active_at = greatest(a.last_active_at, ${now}) from touched
    where a.company_id = ${companyId} and a.user_id = touched.user_id
  `.execute(db)

/** Lets a sign-in into a company: one query, but for the first request and one a minute. */
export async function admit(
  database: Database,
  companyId: string,
  signIn: SignInRef,
): Promise<Admission | null> {
  let row = await look(database, companyId, signIn.id)
  if (row && row.session_id === null) {
    await open(database, companyId, signIn, 1)
    row = await look(database, companyId, signIn.id)
  }
  if (!row || row.session_id === null) return null

  const isDue = row.ended_at === null && row.now.getTime() - row.seen_at.getTime() >= minute
  if (isDue) await touch(database, companyId, row.session_id, row.now)
  return {
    now: row.now,
    catalogue: toCatalogue(row),
    user: row.user && toUser(row.user),
    session: {
      id: row.session_id,
      signInId: signIn.id,
      userId: row.user_id,
      openedAt: row.opened_at,
      seenAt: isDue ? row.now : row.seen_at,
      activityAt: row.activity_at,
      endedAt: row.ended_at,
      endReason: row.end_reason,
    },
  }
}

/** Opens the next session beside an ended one, where the last one ended. */
export async function reopen(database: Database, companyId: string, signIn: SignInRef): Promise<void> {
  const last = await database.db
    .selectFrom('sessions')
    .select(['ordinal', 'ended_at'])
    .where('company_id', '=', companyId)
    .where('sign_in_id', '=', signIn.id)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.ended_at) await open(database, companyId, signIn, last.ordinal + 1)
}

/** Whether a member's sessions were revoked since the sign-in authenticated. */
export async function isOutdated(
  { db }: Database,
  companyId: string,
  { accountId, authenticatedAt }: SignInRef,
): Promise<boolean> {
  const { rows } = await sql`
    select from users u where u.company_id = ${companyId} and u.account_id = ${accountId} and u.deleted_at is null
      and exists (${revokedSince(authenticatedAt)})
  `.execute(db)
  return rows.length > 0
}
