import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { fold } from '../../../src/base/fold.ts'
import type { InvitationChange } from '../../core/ports/write.ts'

/** What the changes of one write have in common. */
interface Writing {
  companyId: string
  actorId: string
  revision: number
  now: Date
}

type Of<Kind extends InvitationChange['kind']> = Extract<InvitationChange, { kind: Kind }>

/** Common table expressions that apply changes of invitations. An address is freed before it is invited again. */
export function applyInvitations(changes: InvitationChange[], writing: Writing): RawBuilder<unknown>[] {
  const ofKind = <Kind extends InvitationChange['kind']>(kind: Kind) =>
    changes.filter((change): change is Of<Kind> => change.kind === kind)
  const ended = ofKind('end_invitation')
  const invited = ofKind('invite')
  const resent = ofKind('resend_invitation')
  const changed = ofKind('change_invitation')
  const settled = ofKind('settle_mail')
  return [
    ...(ended.length > 0 ? [end(ended, writing)] : []),
    ...(invited.length > 0 ? [invite(invited, ended.length > 0, writing)] : []),
    ...(changed.length > 0 ? [change(changed, writing)] : []),
    ...(resent.length > 0 ? [resend(resent, writing)] : []),
    ...(ended.length + resent.length > 0 ? [supersede([...ended, ...resent], writing)] : []),
    ...settled.flatMap((one, index) => settle(one, index, writing)),
  ]
}

const end = (ended: Of<'end_invitation'>[], { companyId, revision, now }: Writing) => sql`
  ended_invitations as (
    update invitations i set ended_as = p."as", ended_at = ${now}::timestamptz, user_id = p."userId",
      version = ${revision}
    from jsonb_to_recordset(${JSON.stringify(ended)}) as p("invitationId" text, "as" text, "userId" text)
    where i.company_id = ${companyId} and i.id = p."invitationId" and i.ended_as is null
    returning i.id
  )`

/** The old invitation to the address must end first, so the insertion reads the result of that. */
function invite(invited: Of<'invite'>[], waits: boolean, { companyId, actorId, revision, now }: Writing) {
  const rows = invited.map(({ invitation }) => ({
    ...invitation,
    searchText: fold(invitation.email),
    mailId: randomUUID(),
  }))
  const moved = waits ? sql`where (select count(*) from ended_invitations) >= 0` : sql``
  return sql`
  invited as (
    insert into invitations (company_id, id, email, address, email_key, search_text, role_id, team_ids, administrative,
      message, locale, invited_by, invited_at, asked_by, asked_at, expires_at, version)
    select ${companyId}, p.id, p.email, p.address, p."emailKey", p."searchText", p."roleId", p."teamIds",
      p.administrative, p.message, p.locale, ${actorId}, ${now}::timestamptz, ${actorId}, ${now}::timestamptz,
      p."expiresAt", ${revision}
    from jsonb_to_recordset(${JSON.stringify(rows)}) as p(id text, email text, address text, "emailKey" text,
      "searchText" text, "roleId" text, "teamIds" text[], administrative text[], message text, locale text,
      "expiresAt" timestamptz)
    ${moved}
    returning id, email_key
  ), invited_mail as (
    insert into invitation_mail (company_id, id, invitation_id, generation, email_key, asked_by, created_at, next_try_at)
    select ${companyId}, p."mailId", invited.id, 1, invited.email_key, ${actorId}, ${now}::timestamptz,
      ${now}::timestamptz
    from invited join jsonb_to_recordset(${JSON.stringify(rows)}) as p(id text, "mailId" text) on p.id = invited.id
  )`
}

const change = (changed: Of<'change_invitation'>[], { companyId, revision }: Writing) => sql`
  changed_invitations as (
    update invitations i set role_id = p."roleId", team_ids = p."teamIds", administrative = p.administrative,
      version = ${revision}
    from jsonb_to_recordset(${JSON.stringify(changed)})
      as p("invitationId" text, "roleId" text, "teamIds" text[], administrative text[])
    where i.company_id = ${companyId} and i.id = p."invitationId" and i.ended_as is null
  )`

function resend(resent: Of<'resend_invitation'>[], { companyId, actorId, revision, now }: Writing) {
  const rows = JSON.stringify(resent.map((one) => ({ ...one, mailId: randomUUID() })))
  return sql`
  resent as (
    update invitations i set generation = i.generation + 1, expires_at = p."expiresAt",
      administrative = p.administrative, asked_at = ${now}::timestamptz, asked_by = ${actorId}, delivery = 'queued',
      delivery_reason = null, next_try_at = null, sent_at = null, version = ${revision}
    from jsonb_to_recordset(${rows}) as p("invitationId" text, "expiresAt" timestamptz, administrative text[])
    where i.company_id = ${companyId} and i.id = p."invitationId" and i.ended_as is null
    returning i.id, i.generation, i.email_key
  ), resent_mail as (
    insert into invitation_mail (company_id, id, invitation_id, generation, email_key, asked_by, created_at, next_try_at)
    select ${companyId}, p."mailId", resent.id, resent.generation, resent.email_key, ${actorId}, ${now}::timestamptz,
      ${now}::timestamptz
    from resent join jsonb_to_recordset(${rows}) as p("invitationId" text, "mailId" text)
      on p."invitationId" = resent.id
  )`
}

/** Mail that is still queued is not sent. */
const supersede = (changes: { invitationId: string }[], { companyId }: Writing) => sql`
  superseded_mail as (
    update invitation_mail set state = 'superseded'
    where company_id = ${companyId} and state = 'queued'
      and invitation_id = any(${changes.map(({ invitationId }) => invitationId)})
  )`

/** Stores the result of an email, and updates its invitation if it was the latest email. */
function settle(
  { mailId, settlement }: Of<'settle_mail'>,
  index: number,
  { companyId, revision, now }: Writing,
): RawBuilder<unknown>[] {
  const reason = 'reason' in settlement ? settlement.reason : null
  const isLater = settlement.kind === 'later'
  const state = isLater ? 'queued' : settlement.kind
  const nextTryAt = isLater ? new Date(now.getTime() + settlement.inMs) : null
  const mail = sql.ref(`settled_mail_${index}`)
  const settled = sql`
  ${mail} as (
    update invitation_mail m set state = case when ${isLater}::boolean then m.state else ${state} end,
      attempts = m.attempts + 1, claimed_until = null, reason = ${reason}, is_ours = ${isLater && settlement.isOurs},
      next_try_at = coalesce(${nextTryAt}::timestamptz, m.next_try_at),
      sent_at = case when ${state === 'sent'}::boolean then ${now}::timestamptz end
    where m.company_id = ${companyId} and m.id = ${mailId}
    returning m.invitation_id, m.generation
  )`
  if (settlement.kind === 'superseded') return [settled]
  return [
    settled,
    sql`
  ${sql.ref(`delivered_${index}`)} as (
    update invitations i set delivery = ${state}, delivery_reason = ${reason}, next_try_at = ${nextTryAt}::timestamptz,
      sent_at = case when ${state === 'sent'}::boolean then ${now}::timestamptz else i.sent_at end,
      version = ${revision}
    from ${mail} m
    where i.company_id = ${companyId} and i.id = m.invitation_id and i.generation = m.generation
  )`,
  ]
}
