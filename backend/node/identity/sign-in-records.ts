import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Identified, SignInRef } from '../../core/ports/identity.ts'
import type { Database } from '../database/database.ts'
import { changesChannel } from '../store/change-hints.ts'
import { auditColumns, endedAudit } from '../store/end-sessions.ts'
import { hashSecret, newSecret } from './secret.ts'

/** Sign-ins as the database keeps them. */
export interface SignInRecords {
  /** Returns the secret, which isn't stored. Beyond a hundred of the account, it ends the oldest. */
  open(accountId: string): Promise<string>
  /** Returns a sign-in, even one past its limit, which the caller checks. Null for an ended or unknown one. */
  find(secret: string | undefined): Promise<Identified | null>
  /**
   * Gives the sign-in of a secret a new secret, and its full lifetime from now on. Null if it has ended, or another
   * request renewed it first.
   */
  renew(secret: string | undefined): Promise<{ secret: string; signIn: SignInRef } | null>
  /** Ends a sign-in with its sessions, by a request. */
  end(signIn: SignInRef, requestId?: string): Promise<void>
  /** Ends every sign-in of an account with its sessions. */
  endAll(accountId: string): Promise<void>
}

interface SignInRow {
  id: string
  account_id: string
  authenticated_at: Date
  expires_at: Date
  email: string
  name: string
}

type Condition = RawBuilder<unknown>

/** Sign-ins of an account that are open at the same time. A further one ends the oldest. */
const mostOpen = 100

/** Sign-ins of an account that are over and kept, and how many older ones each new sign-in deletes. */
const mostOver = 100
const deletedEach = 10

/** Sign-ins that last `lifetime` seconds at most. */
export function createSignInRecords({ db, run }: Database, lifetime: number): SignInRecords {
  /**
   * Ends sign-ins of an account and their sessions, each with an audit entry of its user, and notifies their event
   * streams. Waits for running writes of their companies, whose rows are locked first, in the order of all writes.
   */
  async function end(
    accountId: string,
    signIns: Condition,
    sessions: Condition,
    requestId: string = randomUUID(),
  ) {
    await sql`
      with moment as materialized (select roster_now() as now), ended as (
        update sign_ins s set ended_at = now from moment where ${signIns} and s.ended_at is null
      ), c as materialized (
        select c.id, c.revision from companies c where c.id in (
          select u.company_id from users u where u.account_id = ${accountId} and u.deleted_at is null)
        order by c.id for key share
      ), held as (
        select s.company_id, s.id from users u join sessions s on s.company_id = u.company_id
        where u.account_id = ${accountId} and u.deleted_at is null
          and (select count(*) from c) > 0 and ${sessions} and s.ended_at is null
        order by s.company_id, s.id for update of s
      ), e as (
        update sessions s set ended_at = now, end_reason = 'signed_out' from moment, held
        where s.company_id = held.company_id and s.id = held.id
        returning s.company_id, s.user_id, s.ended_at
      ), audited as (
        insert into audit ${auditColumns}
        ${endedAudit(sql`c.revision`, 'signed_out', { actor: { kind: 'user', id: sql`e.user_id` }, requestId })}
        from e join c on c.id = e.company_id
      )
      select pg_notify(${changesChannel}, company_id) from e
    `.execute(db)
  }

  /** Ends the oldest open sign-ins and deletes those that were over first, so that signing in again and again fills no table. */
  async function limit(accountId: string) {
    const isOver = sql`least(i.ended_at, i.expires_at) <= (select roster_now())`
    await sql`
      with surplus as materialized (
        select i.id from sign_ins i where i.account_id = ${accountId} and ${isOver}
        order by least(i.ended_at, i.expires_at) desc offset ${mostOver} limit ${deletedEach}
      ), emptied as (
        delete from sessions s using surplus where s.sign_in_id = surplus.id
      )
      delete from sign_ins i using surplus where i.id = surplus.id`.execute(db)
    const { rows } = await sql<{ id: string }>`
      select i.id from sign_ins i where i.account_id = ${accountId} and not (${isOver})
      order by i.authenticated_at desc offset ${mostOpen}`.execute(db)
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) await end(accountId, sql`s.id = any(${ids})`, sql`s.sign_in_id = any(${ids})`)
  }

  async function find(secret: string | undefined): Promise<Identified | null> {
    const hash = hashSecret(secret)
    if (!hash) return null
    const [row] = await run(sql<SignInRow>`
      select i.id, i.account_id, i.authenticated_at, i.expires_at, a.email, a.name
      from sign_ins i join accounts a on a.id = i.account_id
      where i.secret_hash = ${hash} and i.ended_at is null`)
    if (!row) return null
    return {
      account: { id: row.account_id, email: row.email, name: row.name, emailVerified: true },
      signIn: {
        id: row.id,
        accountId: row.account_id,
        authenticatedAt: row.authenticated_at,
        expiresAt: row.expires_at,
      },
    }
  }

  return {
    async open(accountId) {
      const secret = newSecret()
      await sql`
        with moment as materialized (select roster_now() as now)
        insert into sign_ins (id, secret_hash, account_id, created_at, authenticated_at, expires_at)
        select ${randomUUID()}, ${hashSecret(secret)}, ${accountId}, now, now, now + make_interval(secs => ${lifetime})
        from moment
      `.execute(db)
      await limit(accountId)
      return secret
    },

    find,

    async renew(old) {
      const secret = newSecret()
      const renewed = await sql`
        with moment as materialized (select roster_now() as now)
        update sign_ins set secret_hash = ${hashSecret(secret)}, authenticated_at = now,
          expires_at = now + make_interval(secs => ${lifetime})
        from moment where secret_hash = ${hashSecret(old) ?? null} and ended_at is null and expires_at > now
      `.execute(db)
      const found = renewed.numAffectedRows ? await find(secret) : null
      return found && { secret, signIn: found.signIn }
    },

    end: ({ id, accountId }, requestId) =>
      end(accountId, sql`s.id = ${id}`, sql`s.sign_in_id = ${id}`, requestId),
    endAll: (accountId) => end(accountId, sql`s.account_id = ${accountId}`, sql`s.user_id = u.id`),
  }
}
