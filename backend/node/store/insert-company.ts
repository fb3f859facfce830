import { sql, type Transaction } from 'kysely'
import { foldUser } from '../../../src/base/fold.ts'
import type { NewCompany } from '../../core/ports/store.ts'
import { emailKey } from '../../core/text/email-key.ts'
import type { Schema } from '../database/schema.ts'
import { insertInvitations } from './insert-invitations.ts'

const batch = 2_000

const chunks = <Item>(items: Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / batch) }, (_, index) =>
    items.slice(index * batch, (index + 1) * batch),
  )

const toRow = (user: NewCompany['users'][number]) => ({
  ...user,
  ...foldUser(user),
  emailKey: emailKey(user.email),
  lastActiveAt: user.lastActiveAt ?? '-infinity',
})

/** Accounts, users, memberships and activity of a batch; an account known by its email keeps its id. */
const insertUsers = (transaction: Transaction<Schema>, companyId: string, users: NewCompany['users']) =>
  sql`
    with person as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(users.map(toRow))}) as p(
        id text, "accountId" text, name text, email text, "emailKey" text, "avatarUrl" text, custom jsonb,
        "sortKey" text, "searchText" text, "roleId" text, "teamIds" text[], "joinedAt" timestamptz,
        "lastActiveAt" timestamptz)
    ), account as (
      insert into accounts (id, email, email_key, name, created_at)
      select p."accountId", p.email, p."emailKey", p.name, (select roster_now()) from person p
      on conflict (email_key) do update set email_key = excluded.email_key
      returning id, email_key
    ), member as (
      insert into users (company_id, id, account_id, name, email, avatar_url, custom, sort_key, search_text,
        role_id, joined_at)
      select ${companyId}, p.id, account.id, p.name, p.email, p."avatarUrl", p.custom, p."sortKey", p."searchText",
        p."roleId", p."joinedAt"
      from person p join account on account.email_key = p."emailKey"
    ), membership as (
      insert into team_members (company_id, user_id, team_id)
      select ${companyId}, p.id, team_id from person p, unnest(p."teamIds") team_id
    )
    insert into user_activity (company_id, user_id, last_active_at)
    select ${companyId}, p.id, p."lastActiveAt" from person p
  `.execute(transaction)

/** Inserts a company with its roles, teams and first users. */
export async function insertCompany(
  transaction: Transaction<Schema>,
  { company, roles, teams, users, invitations = [], seats }: NewCompany,
): Promise<void> {
  const companyId = company.id
  await transaction
    .insertInto('companies')
    .values({ ...company, seats: seats ?? null, created_at: sql`roster_now()` })
    .execute()
  await sql`
      insert into roles (company_id, id, name, description, type, permissions, is_default, is_admin)
      select ${companyId}, r.id, r.name, r.description, r.type, r.permissions, r."isDefault", r."isAdmin"
      from jsonb_to_recordset(${JSON.stringify(roles)}) as r(id text, name text, description text, type text,
        permissions text[], "isDefault" boolean, "isAdmin" boolean)
    `.execute(transaction)
  await sql`
      with team as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(teams)}) as t(id text, name text, "roleIds" text[])
      ), inserted as (
        insert into teams (company_id, id, name) select ${companyId}, t.id, t.name from team t
      )
      insert into team_roles (company_id, team_id, role_id)
      select ${companyId}, t.id, role_id from team t, unnest(t."roleIds") role_id
    `.execute(transaction)
  for (const people of chunks(users)) await insertUsers(transaction, companyId, people)
  if (invitations.length > 0) await insertInvitations(transaction, companyId, invitations)
}
