import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { emailKey } from '../../core/text/email-key.ts'
import type { Database } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { changesChannel } from '../store/change-hints.ts'

/** Thrown if the data of a user can't be erased. The message explains why. */
export class EraseRefused extends Error {
  override readonly name = 'EraseRefused'
}

/** What was erased. */
export interface Erased {
  userIds: string[]
  /** Invitations to the address. */
  invitationIds: string[]
  /** Whether the account was deleted too, since it had no user in another company. */
  isAccountDeleted: boolean
}

/**
 * Erases the personal data of a deleted user, or of a person who was only invited, from a company, for a legal request,
 * in one transaction. What they wrote stays, without a name. Nothing can restore the data.
 */
export function eraseUser({ db }: Database, companyId: string, email: string): Promise<Erased> {
  return db.transaction().execute(async (transaction) => {
    const accountId = await lockedAccount(transaction, companyId, email)
    const userIds = accountId === null ? [] : await rowsOf(transaction, companyId, accountId, email)
    await eraseRows(transaction, companyId, userIds)
    const invitationIds = await eraseInvitations(transaction, companyId, emailKey(email), userIds)
    if (userIds.length + invitationIds.length === 0) throw nobody(companyId, email)
    await endUndo(transaction, companyId, [...userIds, ...invitationIds])
    await report(transaction, companyId, userIds, invitationIds)
    const isLast = accountId !== null && userIds.length > 0
    return {
      userIds,
      invitationIds,
      isAccountDeleted: isLast && (await deleteAccount(transaction, companyId, accountId)),
    }
  })
}

async function lockedAccount(transaction: Transaction<Schema>, companyId: string, email: string) {
  const { rows: companies } = await sql`
    select from companies where id = ${companyId} for update`.execute(transaction)
  if (companies.length === 0) throw new EraseRefused(`There is no company "${companyId}".`)
  const { rows } = await sql<{ id: string }>`
    select id from accounts where email_key = ${emailKey(email)} for update`.execute(transaction)
  return rows[0]?.id ?? null
}

async function rowsOf(transaction: Transaction<Schema>, companyId: string, accountId: string, email: string) {
  const { rows } = await sql<{ id: string; is_deleted: boolean }>`
    select id, deleted_at is not null as is_deleted from users
    where company_id = ${companyId} and account_id = ${accountId} order by id`.execute(transaction)
  if (rows.some(({ is_deleted }) => !is_deleted))
    throw new EraseRefused(`${email} is a user of the company. Delete the user first, then erase their data.`)
  return rows.map(({ id }) => id)
}

const nobody = (companyId: string, email: string) =>
  new EraseRefused(`The company "${companyId}" has no data of ${email}.`)

/** Sessions connect the user with the account, by their sign-in. The reason of a hold can be a text of the product. */
async function eraseRows(transaction: Transaction<Schema>, companyId: string, userIds: string[]) {
  await sql`
    with ended as (
      delete from sessions where company_id = ${companyId} and user_id = any(${userIds})
    ), unexplained as (
      update audit set after = null
      where company_id = ${companyId} and target_id = any(${userIds}) and action = 'hold_session'
    )
    update users set name = '', email = '', avatar_url = null, custom = null, sort_key = '', search_text = '',
      account_id = null, erased_at = (select roster_now())
    where company_id = ${companyId} and id = any(${userIds})`.execute(transaction)
}

/** Rows of recent changes keep only the id of the user or invitation. */
async function endUndo(transaction: Transaction<Schema>, companyId: string, ids: string[]) {
  await sql`
    with ended as (
      update selection_rows set before = null, params = null, missing = null, is_undone = true
      where company_id = ${companyId} and user_id = any(${ids})
    ), open as (
      select r.selection_id, count(*)::integer as n from selection_rows r
      where r.company_id = ${companyId} and r.user_id = any(${ids}) and r.before is not null and not r.is_undone
      group by r.selection_id
    )
    update selections s set undoable = greatest(0, s.undoable - open.n) from open
    where s.company_id = ${companyId} and s.id = open.selection_id`.execute(transaction)
}

/**
 * Invitations to the address, or that the users accepted at another one, keep their ids and dates, and end. Messages that
 * the person wrote are deleted too.
 */
async function eraseInvitations(
  transaction: Transaction<Schema>,
  companyId: string,
  key: string,
  userIds: string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with theirs as materialized (
      select id from invitations
      where company_id = ${companyId} and (email_key = ${key} or user_id = any(${userIds}))
    ), written as (
      update invitations set message = null
      where company_id = ${companyId} and id not in (select id from theirs)
        and (invited_by = any(${userIds}) or asked_by = any(${userIds}))
    ), mail as (
      update invitation_mail set email_key = '', reason = null,
        state = case when state = 'queued' then 'superseded' else state end
      where company_id = ${companyId} and invitation_id in (select id from theirs)
    ), received as (
      update invitations i set email = '', address = '', email_key = 'erased ' || i.id, search_text = '', message = null,
        delivery_reason = null, ended_as = coalesce(ended_as, 'deleted'),
        ended_at = coalesce(ended_at, (select roster_now()))
      from theirs where i.company_id = ${companyId} and i.id = theirs.id
    ), reasons as (
      update audit a set after = null from theirs
      where a.company_id = ${companyId} and a.target_id = theirs.id and a.action = 'invitation_failed'
    )
    select id from theirs order by id`.execute(transaction)
  return rows.map(({ id }) => id)
}

/** Entries in the audit log, and changes that let open pages load again. */
async function report(
  transaction: Transaction<Schema>,
  companyId: string,
  userIds: string[],
  invitationIds: string[],
) {
  const entry = (action: string) => (targetId: string) => ({ id: randomUUID(), action, targetId })
  const erased = [...userIds.map(entry('erase_user')), ...invitationIds.map(entry('erase_invitation'))]
  const intent = randomUUID()
  await sql`
    with company as (
      update companies set revision = revision + 1,
        users_revision = case when ${userIds.length > 0}::boolean then revision + 1 else users_revision end,
        invitations_revision = case when ${invitationIds.length > 0}::boolean then revision + 1 else invitations_revision end
      where id = ${companyId}
      returning id, revision, pg_notify(${changesChannel}, id)
    ), versions as (
      update users u set version = company.revision from company
      where u.company_id = ${companyId} and u.id = any(${userIds})
    ), audited as (
      insert into audit (company_id, id, revision, at, intent, actor_kind, actor_id, action, target_id, request_id)
      select company.id, p.id, company.revision, (select roster_now()), ${intent}, 'system', 'roster-backend',
        p.action, p."targetId", ${intent}
      from company, jsonb_to_recordset(${JSON.stringify(erased)}) as p(id text, action text, "targetId" text)
    )
    insert into changes (company_id, revision, resource, ids, intent, at)
    select company.id, company.revision, 'users', ${userIds}::text[], ${intent}, (select roster_now())
    from company where ${userIds.length > 0}::boolean
    union all
    select company.id, company.revision, 'invitations', ${invitationIds}::text[], ${intent}, (select roster_now())
    from company where ${invitationIds.length > 0}::boolean
  `.execute(transaction)
}

/** Deletes the account, unless it also has a user in another company, even a deleted one. */
async function deleteAccount(transaction: Transaction<Schema>, companyId: string, accountId: string) {
  const { rows } = await sql`select from users where account_id = ${accountId} limit 1`.execute(transaction)
  if (rows.length > 0) return false
  await sql`delete from session_ends where company_id = ${companyId} and account_id = ${accountId}`.execute(
    transaction,
  )
  await sql`delete from passwords where account_id = ${accountId}`.execute(transaction)
  await sql`delete from sign_ins where account_id = ${accountId}`.execute(transaction)
  await sql`delete from accounts where id = ${accountId}`.execute(transaction)
  return true
}
