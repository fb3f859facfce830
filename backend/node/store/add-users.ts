import { type RawBuilder, sql } from 'kysely'
import { foldUser } from '../../../src/base/fold.ts'
import type { UserChange } from '../../core/ports/write.ts'
import { emailKey } from '../../core/text/email-key.ts'

/** A user who is added. */
export type AddedUser = Extract<UserChange, { kind: 'add_user' }>

/** Common table expressions that add users. An account that is known by its address keeps its id. */
export const addUsers = (
  companyId: string,
  added: AddedUser[],
  revision: number,
  now: Date,
): RawBuilder<unknown> => {
  const rows = added.map(({ userId, user }) => ({
    ...user,
    userId,
    emailKey: emailKey(user.email),
    ...foldUser(user),
  }))
  return sql`
    person as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}) as p("userId" text, "accountId" text, name text,
        email text, "emailKey" text, "sortKey" text, "searchText" text, "roleId" text, "teamIds" text[])
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
      insert into user_activity (company_id, user_id) select ${companyId}, p."userId" from person p
    )`
}
