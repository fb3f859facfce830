import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Admission } from '../../core/ports/admission.ts'
import type { Identified, SignInRef } from '../../core/ports/identity.ts'
import type { Database } from '../database/database.ts'
import { together } from '../database/together.ts'
import { inTurnOf } from '../database/turn.ts'
import { type CatalogueRow, catalogueColumns } from './catalogue-columns.ts'
import type { Catalogues, KnownCatalogue } from './catalogues.ts'
import { endSessions } from './end-sessions.ts'
import { idleEnd } from './idle-end.ts'
import { type IdlePolicyRow, idlePolicyColumns, toIdlePolicy } from './idle-policy-row.ts'
import { type SessionRow, toSession } from './session-row.ts'
import { touchSessions } from './touch-sessions.ts'
import { toUser, type UserRow, userColumns } from './user-row.ts'
import type { WriteOrder } from './write-order.ts'

/** An identified request, and its admission to a company. */
export interface IdentifiedAdmission {
  identified: Identified
  admission: Admission | null
}

/** Admits sign-ins to companies. */
export interface Admissions {
  admit(companyId: string, signIn: SignInRef): Promise<Admission | null>
  /** Finds a sign-in by the hash of its secret and admits it, in one statement. Null for an unknown or ended one. */
  admitBySecret(companyId: string, hash: Buffer): Promise<IdentifiedAdmission | null>
  /** Opens the next session next to the last one, if that is over. */
  reopen(companyId: string, signIn: SignInRef): Promise<void>
  /** Whether a member's sessions were revoked since the sign-in authenticated. */
  isOutdated(companyId: string, signIn: SignInRef): Promise<boolean>
}

interface SignInRow {
  sign_in_id: string
  account_id: string
  authenticated_at: Date
  expires_at: Date
  account_email: string
  account_name: string
}

interface AdmissionRow extends CatalogueRow, IdlePolicyRow {
  now: Date
  is_read_only: boolean
  users_revision: number
  member: UserRow | null
}

type Row = SignInRow & ((AdmissionRow & (SessionRow | { session_id: null })) | { company_id: null })

const signInOf = ({ id, accountId, authenticatedAt, expiresAt }: SignInRef) => sql`
  select ${id}::text as sign_in_id, ${accountId}::text as account_id,
    ${authenticatedAt}::timestamptz as authenticated_at, ${expiresAt}::timestamptz as expires_at,
    null as account_email, null as account_name`

const signInBySecret = (hash: Buffer) => sql`
  select i.id as sign_in_id, i.account_id, i.authenticated_at, i.expires_at, a.email as account_email, a.name as account_name
  from sign_ins i join accounts a on a.id = i.account_id
  where i.secret_hash = ${hash} and i.ended_at is null`

/**
 * A sign-in with its latest session in a company and its member there. A company without either isn't read at all, so
 * that a company that the account doesn't belong to takes as long as one that doesn't exist.
 */
const admission = (signIn: RawBuilder<unknown>, companyId: string, known: KnownCatalogue | undefined) =>
  sql<Row>`
    select i.*, roster_now() as now, current_setting('transaction_read_only')::boolean as is_read_only,
      ${catalogueColumns(known?.revision)}, c.users_revision, ${idlePolicyColumns},
      s.id as session_id, s.user_id, s.opened_at, s.seen_at, s.activity_at, s.reported_at, s.held_until, s.ended_at,
      s.end_reason,
      case when u.id is not null then (select row_to_json(columns) from (select ${userColumns}) columns) end as member
    from (${signIn}) i
    left join lateral (
      select * from sessions where company_id = ${companyId} and sign_in_id = i.sign_in_id
      order by ordinal desc limit 1
    ) s on true
    left join users u on u.company_id = ${companyId} and u.account_id = i.account_id and u.deleted_at is null
    left join user_activity a on a.company_id = u.company_id and a.user_id = u.id
    left join companies c on c.id = ${companyId} and (s.id is not null or u.id is not null)`

/** Revocations of the account of a user `u` since a sign-in authenticated. */
const revokedSince = (authenticatedAt: Date) => sql`
  select from session_ends e
  where e.company_id = u.company_id and e.account_id = u.account_id and e.at > ${authenticatedAt}`

/** Opens a session of the account's user, unless another request opened that one. The user becomes active. */
const opened = (
  companyId: string,
  { id, accountId, authenticatedAt, expiresAt }: SignInRef,
  ordinal: number,
) => sql`
  with moment as materialized (select roster_now() as now), opened as (
    insert into sessions (company_id, id, sign_in_id, ordinal, user_id, opened_at, seen_at, activity_at, expires_at)
    select u.company_id, ${randomUUID()}, ${id}, ${ordinal}, u.id, now, now, now, ${expiresAt} from users u, moment
    where u.company_id = ${companyId} and u.account_id = ${accountId} and u.deleted_at is null
      and not exists (${revokedSince(authenticatedAt)})
    on conflict (company_id, sign_in_id, ordinal) do nothing
    returning user_id, seen_at
  )
  update user_activity a set last_active_at = opened.seen_at from opened
  where a.company_id = ${companyId} and a.user_id = opened.user_id`

/** Sessions of one sign-in in a company that are kept. Only the latest is used. */
const keptSessions = 20

const replaced = (companyId: string, { id }: SignInRef, ordinal: number) => sql`
  delete from sessions
  where company_id = ${companyId} and sign_in_id = ${id} and ordinal <= ${ordinal - keptSessions}::integer`

/** Creates the admissions of a database. */
export function createAdmissions(
  { run, connection }: Database,
  catalogues: Catalogues,
  inOrder: WriteOrder,
  minuteMs: number,
): Admissions {
  /** Waits for the company's lock in a separate statement, so that it sees a revocation that is still running. */
  const open = (companyId: string, signIn: SignInRef, ordinal: number) =>
    inOrder(companyId, () =>
      connection((send) =>
        together([
          send(sql`begin`),
          send(sql`select from companies where id = ${companyId} for share`),
          send(opened(companyId, signIn, ordinal)),
          ...(ordinal > keptSessions ? [send(replaced(companyId, signIn, ordinal))] : []),
          send(sql`commit`),
        ]),
      ),
    )

  async function find(companyId: string, signIn: RawBuilder<unknown>) {
    const known = catalogues.find(companyId)
    const [row] = await run(admission(signIn, companyId, known))
    return { row, known }
  }

  async function admitted(
    companyId: string,
    signIn: SignInRef,
    { row, known }: Awaited<ReturnType<typeof find>>,
  ): Promise<Admission | null> {
    if (!row || row.company_id === null) return null
    if (row.session_id === null) {
      // The account has a user here, and this is the first request of the sign-in.
      await open(companyId, signIn, 1)
      const again = await find(companyId, signInOf(signIn))
      return again.row?.company_id && again.row.session_id ? admitted(companyId, signIn, again) : null
    }
    const touched = await touchSessions(run, companyId, row, [row], signIn.expiresAt)
    return {
      now: row.now,
      catalogue: catalogues.read(row, known),
      idlePolicy: toIdlePolicy(row, minuteMs),
      usersRevision: row.users_revision,
      user: row.member?.id === row.user_id ? toUser(row.member) : null,
      session: toSession(row, touched.has(row.session_id) ? row.now : row.seen_at),
    }
  }

  return {
    admit: async (companyId, signIn) => admitted(companyId, signIn, await find(companyId, signInOf(signIn))),

    async admitBySecret(companyId, hash) {
      const found = await find(companyId, signInBySecret(hash))
      if (!found.row) return null
      const { row } = found
      const accountId = row.account_id
      const authenticatedAt = row.authenticated_at
      const signIn = { id: row.sign_in_id, accountId, authenticatedAt, expiresAt: row.expires_at }
      const account = { id: accountId, email: row.account_email, name: row.account_name, emailVerified: true }
      const admission = await inTurnOf({ company: companyId }, () => admitted(companyId, signIn, found))
      return { identified: { account, signIn }, admission }
    },

    async reopen(companyId, signIn) {
      const where = sql`s.sign_in_id = ${signIn.id} and now >= ${idleEnd(minuteMs)}`
      await endSessions(run, companyId, { where, reason: 'idle' })
      const [last] = await run(sql<{ ordinal: number; ended_at: Date | null }>`
        select ordinal, ended_at from sessions where company_id = ${companyId} and sign_in_id = ${signIn.id}
        order by ordinal desc limit 1`)
      if (last?.ended_at) await open(companyId, signIn, last.ordinal + 1)
    },

    async isOutdated(companyId, { accountId, authenticatedAt }) {
      const rows = await run(sql`
        select from users u
        where u.company_id = ${companyId} and u.account_id = ${accountId} and u.deleted_at is null
          and exists (${revokedSince(authenticatedAt)})`)
      return rows.length > 0
    },
  }
}
