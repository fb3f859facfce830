import { sql } from 'kysely'
import type { UserRecord } from '../../core/ports/records.ts'

/** The columns of {@link userColumns}. Moments are dates in a row, and texts inside JSON. */
export interface UserRow {
  id: string
  account_id: string
  name: string
  email: string
  avatar_url: string | null
  custom: Record<string, unknown> | null
  role_id: string
  joined_at: Date | string
  version: number
  last_active_at: Date | string | null
  team_ids: string[]
}

/** Columns of a living user `u` with their activity `a`. */
export const userColumns = sql`
  u.id, u.account_id, u.name, u.email, u.avatar_url, u.custom, u.role_id, u.joined_at, u.version,
  nullif(a.last_active_at, '-infinity') as last_active_at,
  array(select m.team_id from team_members m
    where m.company_id = u.company_id and m.user_id = u.id order by m.team_id) as team_ids`

/** The tables that {@link userColumns} reads. */
export const usersWithActivity = sql`
  users u left join user_activity a on a.company_id = u.company_id and a.user_id = u.id`

/** A row as the routes know users. */
export function toUser(row: UserRow): UserRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    ...(row.avatar_url !== null && { avatarUrl: row.avatar_url }),
    roleId: row.role_id,
    teamIds: row.team_ids,
    joinedAt: new Date(row.joined_at),
    lastActiveAt: row.last_active_at === null ? null : new Date(row.last_active_at),
    version: String(row.version),
    ...(row.custom !== null && { custom: row.custom }),
  }
}
