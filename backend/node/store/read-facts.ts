import { sql } from 'kysely'

import type { SeatsRecord } from '../../core/ports/invitations.ts'
import type { AuditEntry, Facts, GoneUser, Intent, Plan } from '../../core/ports/write.ts'

import { type CatalogueRow, catalogueColumns } from './catalogue-columns.ts'
import type { Catalogues, KnownCatalogue } from './catalogues.ts'
import { type IdlePolicyRow, idlePolicyColumns, toIdlePolicy } from './idle-policy-row.ts'
import { type InvitationFactsRow, noInvitations, toInvitationFacts } from './invitation-facts.ts'
import { type SelectionRow, selectionColumns, toSelection } from './selection-row.ts'
import { toUser, type UserRow, userColumns, usersWithActivity } from './user-row.ts'

/** The columns of {@link factsOf}. */
export interface FactsRow extends CatalogueRow, IdlePolicyRow {
  now: Date
  users_revision: number
  admin_count: number
  open_sessions: Record<string, string[]>
  members: UserRow[]
  gone: GoneUser[]
  selection: SelectionRow | null
  since: AuditEntry[]
  earlier: { fingerprint: string; answer: unknown; revision: number } | null
}

/** Reads what a decision depends on. The caller holds the company's lock. */
export function factsOf(
  companyId: string,
  { id, actor }: Intent,
  { userIds, selectionId }: Pick<Plan<unknown>, 'userIds' | 'selectionId'>,
  known: KnownCatalogue | undefined,
) {
  const concerned = actor.kind === 'user' ? [...userIds, actor.id] : userIds
  return sql<FactsRow>`
    select roster_now() as now, ${catalogueColumns(known?.revision)}, ${idlePolicyColumns}, c.users_revision,
      (select count(*)::int from roles r join users u on u.company_id = r.company_id and u.role_id = r.id
        where r.company_id = c.id and r.is_admin and u.deleted_at is null) as admin_count,
      (select coalesce(json_agg(row_to_json(member)), '[]') from (
        select ${userColumns} from ${usersWithActivity}
        where u.company_id = c.id and u.id = any(${concerned}) and u.deleted_at is null) member) as members,
      (select coalesce(json_object_agg(user_id, ids), '{}') from (
        select s.user_id, array_agg(s.id) as ids from sessions s
        where s.company_id = c.id and s.user_id = any(${concerned}) and s.ended_at is null
        group by s.user_id) open) as open_sessions,
      (select coalesce(json_agg(json_build_object('id', u.id, 'isErased', u.erased_at is not null, 'isBack', exists (
          select from users back where back.company_id = u.company_id and back.account_id = u.account_id
            and back.deleted_at is null),
          'invitationId', (select i.id from accounts a
            join invitations i on i.company_id = u.company_id and i.email_key = a.email_key and i.ended_as is null
              and i.expires_at > roster_now()
            where a.id = u.account_id))), '[]')
        from users u where u.company_id = c.id and u.id = any(${userIds}) and u.deleted_at is not null) as gone,
      ${selectionId === undefined ? sql`null::json` : selectionOf(selectionId)} as selection,
      ${selectionId === undefined ? sql`'[]'::json` : changesSince(selectionId, userIds)} as since,
      coalesce(
        (select json_build_object('fingerprint', i.fingerprint, 'answer', i.answer, 'revision', i.revision)
          from intents i where i.company_id = c.id and i.id = ${id}),
        (select json_build_object('fingerprint', '', 'answer', null, 'revision', 0)
          from selections s where s.company_id = c.id and s.id = ${id}),
        (select json_build_object('fingerprint', '', 'answer', null, 'revision', 0)
          from selections s where s.company_id = c.id and s.intent = ${id})) as earlier
    from companies c where c.id = ${companyId}`
}

const selectionOf = (id: string) => sql`
  (select row_to_json(selection) from (
    select ${selectionColumns} from selections s where s.company_id = c.id and s.id = ${id}) selection)`

/** The changes of users after those that a selection undoes. */
const changesSince = (selectionId: string, userIds: string[]) => sql`
  (select coalesce(json_agg(json_build_object(
      'action', a.action, 'targetId', a.target_id, 'before', a.before, 'after', a.after)), '[]')
    from selections s
    join audit o on o.company_id = s.company_id and o.intent = s.undo_of and o.target_id = any(${userIds})
    join audit a on a.company_id = o.company_id and a.target_id = o.target_id and a.revision > o.revision
      and a.action in ('set_role', 'change_teams')
    where s.company_id = c.id and s.id = ${selectionId} and s.undo_of is not null)`

/** The facts in a row. */
export function toFacts(
  row: FactsRow,
  { actor }: Intent,
  userIds: string[],
  catalogue: ReturnType<Catalogues['read']>,
  minuteMs: number,
  ofInvitations: { row: InvitationFactsRow; seats: SeatsRecord | null } | undefined,
): Facts {
  const members = new Map(row.members.map((member) => [member.id, toUser(member)]))
  const users = userIds.flatMap((userId) => members.get(userId) ?? [])
  return {
    now: ofInvitations?.row.now ?? row.now,
    catalogue,
    idlePolicy: toIdlePolicy(row, minuteMs),
    actor: (actor.kind === 'user' && members.get(actor.id)) || null,
    users: new Map(users.map((user) => [user.id, user])),
    gone: new Map(row.gone.map((user) => [user.id, user])),
    selection: row.selection && toSelection(row.selection),
    since: Map.groupBy(row.since, ({ targetId }) => targetId),
    adminCount: row.admin_count,
    seats: ofInvitations?.seats ?? null,
    invitations: ofInvitations ? toInvitationFacts(ofInvitations.row) : noInvitations(),
    openSessions: new Map(Object.entries(row.open_sessions)),
    revision: row.revision + 1,
  }
}
