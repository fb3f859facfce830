import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { IdlePolicyChange } from '../../core/ports/idle.ts'
import type { SelectionChange } from '../../core/ports/selections.ts'
import { splitChanges } from '../../core/ports/split-changes.ts'
import type { AuditEntry, Change, Facts, Intent } from '../../core/ports/write.ts'
import { addUsers } from './add-users.ts'
import { applyInvitations } from './apply-invitations.ts'
import { applySelection } from './apply-selection.ts'
import { changesChannel } from './change-hints.ts'
import { endIdleBefore, idlePolicyPatch } from './change-idle-policy.ts'
import { foldChanges, type UserPatch } from './user-patches.ts'

/** The decision, with the response that a repeat returns. */
export interface Applied {
  changes: Change[]
  audit: AuditEntry[]
  answer: unknown
  selection?: SelectionChange
  idlePolicy?: IdlePolicyChange
}

/** Leaves out parts of a statement without changes, since each part costs time. */
const where = <Part>(isNeeded: boolean, part: Part): Part[] => (isNeeded ? [part] : [])

const sweptRows = 100

/** Deletes what is older than a day. Each write adds fewer rows than it deletes, so later writes delete the rest. */
const sweeping = (table: 'changes' | 'intents', companyId: string, now: Date) => sql`
  delete from ${sql.table(table)} where ctid = any(array(
    select ctid from ${sql.table(table)} where company_id = ${companyId} and at < ${now}::timestamptz - interval '1 day'
    order by at limit ${sql.lit(sweptRows)}))`

/** Applies changes, audit, change log, intent and revisions in one statement, and deletes some of what is outdated. */
export function applied(
  companyId: string,
  intent: Intent,
  { now, revision, idlePolicy: { minuteMs } }: Facts,
  { changes, audit, answer, selection, idlePolicy }: Applied,
) {
  const { ofUsers, ofInvitations } = splitChanges(changes)
  const { patches, ends } = foldChanges(ofUsers)
  const added = ofUsers.filter((change) => change.kind === 'add_user')
  const userIds = [...patches.map(({ id }) => id), ...added.map(({ userId }) => userId)]
  const invitationIds = [...new Set(ofInvitations.map(({ invitationId }) => invitationId))]
  const deleted = patches.filter(({ isDeleted }) => isDeleted).map(({ id }) => id)
  const restored = patches.filter(({ isRestored }) => isRestored)
  const living = patches.filter(({ isDeleted }) => !isDeleted)
  const memberships = living.flatMap(({ id, teams }) =>
    [...teams].map(([teamId, isMember]) => ({ user_id: id, team_id: teamId, isMember })),
  )
  const joined = memberships.filter(({ isMember }) => isMember)
  const left = memberships.filter(({ isMember }) => !isMember)
  const ended = [
    ...deleted.map((userId) => ({ userId, reason: 'revoked', except: null })),
    ...ends.filter(({ userId }) => !deleted.includes(userId)),
  ]
  const revoked = [...new Set(ended.filter(({ reason }) => reason === 'revoked').map(({ userId }) => userId))]
  const logged = [
    ...(userIds.length > 0 ? [{ resource: 'users', ids: userIds }] : []),
    ...(invitationIds.length > 0 ? [{ resource: 'invitations', ids: invitationIds }] : []),
    ...(ends.length > 0
      ? [{ resource: 'sessions', ids: [...new Set(ends.map(({ userId }) => userId))] }]
      : []),
    ...(idlePolicy ? [{ resource: 'idle_logout', ids: [] }] : []),
  ]
  const entries = audit.map((entry) => ({ ...entry, id: randomUUID() }))
  const isRaised = logged.length > 0
  const named = intent.step?.selectionId ?? intent.id

  const parts = [
    ...where(
      patches.length > 0,
      sql`patched as (
      update users u set
        role_id = case when p."isDeleted" then null else coalesce(p."roleId", u.role_id) end,
        deleted_at = case when p."isDeleted" then ${now}::timestamptz end,
        version = ${revision}
      from jsonb_to_recordset(${JSON.stringify(patches)}) as p(id text, "roleId" text, "isDeleted" boolean)
      where u.company_id = ${companyId} and u.id = p.id and u.deleted_at is null
    )`,
    ),
    ...where(
      left.length > 0,
      sql`left_teams as (
      delete from team_members where ctid = any(array(
        select m.ctid from jsonb_to_recordset(${JSON.stringify(left)}) as p(user_id text, team_id text)
        cross join lateral (
          select ctid from team_members
          where company_id = ${companyId} and user_id = p.user_id and team_id = p.team_id offset 0
        ) m))
    )`,
    ),
    ...where(
      joined.length > 0,
      sql`joined_teams as (
      insert into team_members (company_id, user_id, team_id)
      select ${companyId}, p.user_id, p.team_id
      from jsonb_to_recordset(${JSON.stringify(joined)}) as p(user_id text, team_id text)
      on conflict do nothing
    )`,
    ),
    ...where(
      deleted.length > 0,
      sql`left_all_teams as (
      delete from team_members where company_id = ${companyId} and user_id = any(${deleted})
    ), forgotten_activity as (
      delete from user_activity where company_id = ${companyId} and user_id = any(${deleted})
    )`,
    ),
    ...where(
      ended.length > 0,
      sql`ended as (
      update sessions s set ended_at = ${now}::timestamptz, end_reason = p.reason
      from jsonb_to_recordset(${JSON.stringify(ended)}) as p("userId" text, reason text, "except" text)
      where s.company_id = ${companyId} and s.user_id = p."userId" and s.ended_at is null
        and s.id is distinct from p."except"
    )`,
    ),
    ...where(
      revoked.length > 0,
      sql`revoked as (
      insert into session_ends (company_id, account_id, at)
      select u.company_id, u.account_id, ${now}::timestamptz from users u
      where u.company_id = ${companyId} and u.id = any(${revoked})
      on conflict (company_id, account_id) do update set at = excluded.at
    )`,
    ),
    ...where(idlePolicy !== undefined, endIdleBefore(companyId, minuteMs, { now, revision })),
    ...where(added.length > 0, addUsers(companyId, added, revision, now)),
    ...applyInvitations(ofInvitations, { companyId, actorId: intent.actor.id, revision, now }),
    ...where(
      entries.length > 0,
      sql`audited as (
      insert into audit
        (company_id, id, revision, at, intent, chunk, actor_kind, actor_id, action, target_id, before, after, request_id)
      select ${companyId}, p.id, ${revision}::bigint, ${now}::timestamptz, ${named},
        ${intent.step?.from ?? null}::integer, ${intent.actor.kind}, ${intent.actor.id}, p.action, p."targetId",
        p.before, p.after, ${intent.requestId}
      from jsonb_to_recordset(${JSON.stringify(entries)})
        as p(id text, action text, "targetId" text, before jsonb, after jsonb)
    )`,
    ),
    ...where(
      isRaised,
      sql`logged as (
      insert into changes (company_id, revision, resource, ids, intent, at)
      select ${companyId}, ${revision}::bigint, p.resource, p.ids, ${named}, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(logged)}) as p(resource text, ids text[])
    )`,
    ),
  ]

  return sql`
    with ${sql.join([
      ...parts,
      sql`${restoring(companyId, restored, revision)}
    ${selection ? applySelection(companyId, intent, selection, now) : sql``} swept_changes as (${sweeping('changes', companyId, now)}),
    swept_intents as (${sweeping('intents', companyId, now)}), answered as (
      insert into intents (company_id, id, fingerprint, answer, revision, at)
      values (${companyId}, ${intent.id}, ${intent.fingerprint}, ${JSON.stringify(answer)}::jsonb,
        ${isRaised ? revision : revision - 1}, ${now}::timestamptz)
    )`,
    ])}
    update companies set
      revision = revision + ${isRaised ? 1 : 0},
      users_revision = case when ${userIds.length > 0} then ${revision} else users_revision end,
      invitations_revision = case when ${invitationIds.length > 0} then ${revision} else invitations_revision end,
      members_revision = case when ${deleted.length + restored.length + added.length > 0} then ${revision} else members_revision end
      ${idlePolicy ? idlePolicyPatch(idlePolicy, intent, now) : sql``}
    where id = ${companyId}
    returning case when ${isRaised} then pg_notify(${changesChannel}, id) end
  `
}

/** Restores deleted users with their last activity, since its table contains members only. */
const restoring = (companyId: string, restored: UserPatch[], revision: number) =>
  restored.length === 0
    ? sql``
    : sql`
    restored as (
      update users u set role_id = p."roleId", deleted_at = null, version = ${revision}
      from jsonb_to_recordset(${JSON.stringify(restored)}) as p(id text, "roleId" text)
      where u.company_id = ${companyId} and u.id = p.id and u.deleted_at is not null and u.erased_at is null
    ), active_again as (
      insert into user_activity (company_id, user_id, last_active_at)
      select ${companyId}, p.id, coalesce(p."lastActiveAt", '-infinity')
      from jsonb_to_recordset(${JSON.stringify(restored)}) as p(id text, "lastActiveAt" timestamptz)
      on conflict (company_id, user_id) do nothing
    ), `
