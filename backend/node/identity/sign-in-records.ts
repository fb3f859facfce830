import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Identified, SignInRef } from '../../core/ports/identity.ts'
import type { Database } from '../database/open.ts'
import { changesChannel } from '../store/change-hints.ts'
import { hashSecret, newSecret } from './secret.ts'

/** Sign-ins as the database keeps them. */
export interface SignInRecords {
  /** Answers the secret, which is kept nowhere. */
  open(accountId: string): Promise<string>
  /** Also one past its limit, which the caller judges; null for an ended or unknown one. */
  find(secret: string | undefined): Promise<Identified | null>
  /** Ends a sign-in with its sessions. */
  end(signIn: SignInRef): Promise<void>
  /** Ends every sign-in of an account with its sessions. */
  endAll(accountId: string): Promise<void>
}

type Condition = RawBuilder<unknown>

/** Ended ones of an account are dropped after a month, at its next sign-in. */
const kept = sql`interval '30 days'`

/** Sign-ins that last `lifetime` seconds at most. */
export function createSignInRecords({ db }: Database, lifetime: number): SignInRecords {
  /** Ends sign-ins of an account and their sessions, whose event streams are told to look. */
  async function end(accountId: string, signIns: Condition, sessions: Condition) {
    await sql`
      with moment as materialized (select roster_now() as now), ended as (
        update sign_ins s set ended_at = now from moment where ${signIns} and s.ended_at is null
      )
      update sessions s set ended_at = now, end_reason = 'signed_out' from moment, users u
      where u.account_id = ${accountId} and u.deleted_at is null
        and s.company_id = u.company_id and ${sessions} and s.ended_at is null
      returning pg_notify(${changesChannel}, s.company_id)
    `.execute(db)
  }

  return {
    async open(accountId) {
      const secret = newSecret()
      await sql`
        with moment as materialized (select roster_now() as now), forgotten as (
          delete from sign_ins s using moment where s.account_id = ${accountId} and s.expires_at < now - ${kept}
        )
        insert into sign_ins (id, secret_hash, account_id, created_at, expires_at)
        select ${randomUUID()}, ${hashSecret(secret)}, ${accountId}, now, now + make_interval(secs => ${lifetime})
        from moment
      `.execute(db)
      return secret
    },

    async find(secret) {
      const hash = hashSecret(secret)
      if (!hash) return null
      const row = await db
        .selectFrom('sign_ins')
        .innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
        .select(['sign_ins.id', 'account_id', 'expires_at', 'email', 'name'])
        .where('secret_hash', '=', hash)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      if (!row) return null
      return {
        account: { id: row.account_id, email: row.email, name: row.name },
        signIn: { id: row.id, accountId: row.account_id, expiresAt: row.expires_at },
      }
    },

    end: ({ id, accountId }) => end(accountId, sql`s.id = ${id}`, sql`s.sign_in_id = ${id}`),
    endAll: (accountId) => end(accountId, sql`s.account_id = ${accountId}`, sql`s.user_id = u.id`),
  }
}
