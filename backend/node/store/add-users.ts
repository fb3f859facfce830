import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { foldUser } from '../../../src/base/fold.ts'
import type { UserChange } from '../../core/ports/write.ts'
import { emailKey } from '../../core/text/email-key.ts'

/** A user who is added. */
export type AddedUser = Extract<UserChange, { kind: 'add_user' }>

/** Common table expressions that add users. An account with the same address keeps its id. */
export const addUsers = (
  companyId: string,
  added: AddedUser[],
  revision: number,
  now: Date,
): RawBuilder<unknown> => {
  const rows = added.map(({ userId, user: { credentials, signIn, ...user } }) => ({
    ...user,
    userId,
    sessionId: randomUUID(),
    signInId: signIn?.id ?? credentials?.signIn.id,
    expiresAt: signIn?.expiresAt,
    passwordHash: credentials?.passwordHash,
    secretHash: credentials?.signIn.secretHash,
    lifetime: credentials?.signIn.lifetime,
    emailKey: emailKey(user.email),
    ...foldUser(user),
  }))
  const isSignedIn = rows.some((row) => row.signInId !== undefined)
  return sql`
    person as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}) as p("userId" text, "accountId" text, name text,
        email text, "emailKey" text, "sortKey" text, "searchText" text, "roleId" text, "teamIds" text[],
        "sessionId" text, "signInId" text, "passwordHash" text, "secretHash" text, lifetime integer, "expiresAt" timestamptz)
    ), person_account as (
      insert into accounts (id, email, email_key, name, created_at)
      select p."accountId", p.email, p."emailKey", p.name, ${now}::timestamptz from person p
      on conflict (email_key) do update set email_key = excluded.email_key
      returning id, email_key
    ), person_user as (
      insert into users (company_id, id, account_id, name, email, sort_key, search_text, role_id, joined_at, version)
      select ${companyId}, p."userId", a.id, p.name, p.email, p."sortKey", p."searchText", p."roleId",
        ${now}::timestamptz, ${revision}
      from person p join person_account a on a.email_key = p."emailKey"
    ), person_teams as (
      insert into team_members (company_id, user_id, team_id)
      select ${companyId}, p."userId", team_id from person p, unnest(p."teamIds") team_id
    ), person_activity as (
      insert into user_activity (company_id, user_id, last_active_at)
      select ${companyId}, p."userId", case when p."signInId" is null then '-infinity' else ${now}::timestamptz end
      from person p
    )${isSignedIn ? signInOf(companyId, now) : sql``}`
}

/**
 * Opens a session for people who join. Those who chose a password also get that password and a sign-in. It fails if the
 * account has a password by now.
 */
const signInOf = (companyId: string, now: Date) => sql`, person_password as (
      insert into passwords (account_id, hash)
      select a.id, p."passwordHash" from person p join person_account a on a.email_key = p."emailKey"
      where p."passwordHash" is not null
    ), person_sign_in as (
      insert into sign_ins (id, secret_hash, account_id, created_at, authenticated_at, expires_at)
      select p."signInId", decode(p."secretHash", 'base64'), a.id, ${now}::timestamptz, ${now}::timestamptz,
        ${now}::timestamptz + make_interval(secs => p.lifetime)
      from person p join person_account a on a.email_key = p."emailKey" where p."passwordHash" is not null
    ), person_session as (
      insert into sessions (company_id, id, sign_in_id, ordinal, user_id, opened_at, seen_at, activity_at, expires_at)
      select ${companyId}, p."sessionId", p."signInId", 1 + coalesce((
          select max(s.ordinal) from sessions s where s.company_id = ${companyId} and s.sign_in_id = p."signInId"), 0),
        p."userId", ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz,
        coalesce(p."expiresAt", ${now}::timestamptz + make_interval(secs => p.lifetime))
      from person p
      where p."signInId" is not null
    )`
