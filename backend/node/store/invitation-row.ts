import { sql } from 'kysely'
import { invitationTimes } from '../../core/invitations/limits.ts'
import type { InvitationRecord } from '../../core/ports/invitations.ts'

type Moment = Date | string

/** The columns of {@link invitationColumns}. Moments are dates in a row, and texts inside JSON. */
export interface InvitationRow {
  id: string
  email: string
  address: string
  email_key: string
  role_id: string
  team_ids: string[]
  administrative: string[]
  message: string | null
  locale: string | null
  invited_by: string
  inviter: { name: string; isDeleted: boolean } | null
  invited_at: Moment
  asked_at: Moment
  expires_at: Moment
  generation: number
  delivery: InvitationRecord['delivery']['state']
  delivery_reason: string | null
  next_try_at: Moment | null
  sent_at: Moment | null
  ended_as: NonNullable<InvitationRecord['end']>['as'] | null
  ended_at: Moment | null
  user_id: string | null
  version: number
}

/** Columns of an invitation `i`. */
export const invitationColumns = sql`
  i.id, i.email, i.address, i.email_key, i.role_id, i.team_ids, i.administrative, i.message, i.locale, i.invited_by,
  (select json_build_object('name', coalesce(nullif(by.name, ''), by.email), 'isDeleted', by.deleted_at is not null)
    from users by where by.company_id = i.company_id and by.id = i.invited_by) as inviter,
  i.invited_at, i.asked_at, i.expires_at, i.generation, i.delivery, i.delivery_reason, i.next_try_at, i.sent_at,
  i.ended_as, i.ended_at, i.user_id, i.version`

/** Whether an invitation `i` is pending at the moment `clock.now`. The rules have the same condition. */
export const isPending = sql<boolean>`(i.ended_as is null and i.expires_at > clock.now)`

/** Whether an invitation `i` is listed at the moment `clock.now`. */
export const isListed = sql<boolean>`(i.ended_as is null
  and i.expires_at > clock.now - ${sql.raw(`interval '${invitationTimes.listed} milliseconds'`)})`

/** The moment that a statement judges by, read once. */
export const clock = sql`clock as materialized (select roster_now() as now)`

/** A row as the rules know invitations. */
export function toInvitation(row: InvitationRow): InvitationRecord {
  const { inviter, ended_as: as, ended_at: endedAt } = row
  return {
    id: row.id,
    email: row.email,
    address: row.address,
    emailKey: row.email_key,
    roleId: row.role_id,
    teamIds: row.team_ids,
    administrative: row.administrative,
    message: row.message,
    locale: row.locale,
    invitedBy: {
      id: row.invited_by,
      name: inviter?.name ?? '',
      isDeleted: inviter?.isDeleted ?? true,
    },
    invitedAt: new Date(row.invited_at),
    askedAt: new Date(row.asked_at),
    expiresAt: new Date(row.expires_at),
    generation: row.generation,
    delivery: {
      state: row.delivery,
      reason: row.delivery_reason,
      nextTryAt: row.next_try_at === null ? null : new Date(row.next_try_at),
    },
    sentAt: row.sent_at === null ? null : new Date(row.sent_at),
    end: as && endedAt !== null ? { as, at: new Date(endedAt), userId: row.user_id } : null,
    version: String(row.version),
  }
}
