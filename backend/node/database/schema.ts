import type { IdleTimeout } from '@aicx/roster/contract'
import type { ColumnType, Generated } from 'kysely'
import type { EndReason } from '../../core/ports/records.ts'

type Json = ColumnType<Record<string, unknown> | null, string | null, string | null>

interface AccountsTable {
  id: string
  email: string
  /** The email in the form that is compared. */
  email_key: string
  name: string
  created_at: Date
}

interface PasswordsTable {
  account_id: string
  /** `scrypt$N$r$p$salt$key`. */
  hash: string
}

interface SignInsTable {
  id: string
  secret_hash: Buffer
  account_id: string
  created_at: Date
  /** When the password was last entered. */
  authenticated_at: Date
  expires_at: Date
  ended_at: Date | null
}

interface SignInAttemptsTable {
  key: string
  started_at: Date
  count: number
}

interface CompaniesTable {
  id: string
  name: string
  revision: Generated<number>
  users_revision: Generated<number>
  /** The revision at which a user last joined or left. */
  members_revision: Generated<number>
  idle_enabled: Generated<boolean>
  idle_minutes: Generated<IdleTimeout>
  idle_hold: Generated<boolean>
  idle_rev: Generated<number>
  idle_updated_by: string | null
  idle_updated_at: Date | null
  /** When the policy was last enabled or shortened. */
  idle_tightened_at: Date | null
  invitations_revision: Generated<number>
  /** Null for no limit. */
  seats: number | null
  created_at: Date
}

interface RolesTable {
  company_id: string
  id: string
  name: string
  description: string
  type: 'company' | 'team'
  permissions: string[]
  is_default: boolean
  is_admin: boolean
}

interface TeamsTable {
  company_id: string
  id: string
  name: string
}

interface TeamRolesTable {
  company_id: string
  team_id: string
  role_id: string
}

interface UsersTable {
  company_id: string
  id: string
  /** Null for erased users only. */
  account_id: string | null
  name: string
  email: string
  avatar_url: string | null
  custom: Json
  sort_key: string
  search_text: string
  /** Null for deleted users only. */
  role_id: string | null
  joined_at: Date
  version: Generated<number>
  deleted_at: Date | null
  erased_at: Date | null
}

interface TeamMembersTable {
  company_id: string
  user_id: string
  team_id: string
}

interface UserActivityTable {
  company_id: string
  user_id: string
  /** `-infinity` for never active, which sorts first without a null. */
  last_active_at: Date
}

interface SessionsTable {
  company_id: string
  id: string
  sign_in_id: string
  /** 1 is opened by the first request, higher ones by signing in again. */
  ordinal: number
  user_id: string
  opened_at: Date
  seen_at: Date
  activity_at: Date
  /** The limit of the sign-in, as a request named it last. */
  expires_at: Date | null
  reported_at: Date | null
  /** When the last of the session's holds ends. */
  held_until: Date | null
  ended_at: Date | null
  end_reason: EndReason | null
}

interface SessionHoldsTable {
  company_id: string
  id: string
  session_id: string
  until: Date
}

interface SessionEndsTable {
  company_id: string
  account_id: string
  at: Date
}

interface ChangesTable {
  company_id: string
  revision: number
  resource: 'users' | 'roles' | 'teams' | 'sessions' | 'idle_logout'
  ids: string[]
  intent: string
  at: Date
}

interface AuditTable {
  company_id: string
  id: string
  revision: number
  at: Date
  intent: string
  chunk: number | null
  actor_kind: 'user' | 'system'
  actor_id: string
  action: string
  target_id: string
  before: Json
  after: Json
  request_id: string
}

interface IntentsTable {
  company_id: string
  id: string
  fingerprint: string
  answer: Json
  revision: number
  at: Date
}

/** The tables, for the types of queries. */
export interface Schema {
  accounts: AccountsTable
  passwords: PasswordsTable
  sign_ins: SignInsTable
  sign_in_attempts: SignInAttemptsTable
  companies: CompaniesTable
  roles: RolesTable
  teams: TeamsTable
  team_roles: TeamRolesTable
  users: UsersTable
  team_members: TeamMembersTable
  user_activity: UserActivityTable
  sessions: SessionsTable
  session_holds: SessionHoldsTable
  session_ends: SessionEndsTable
  changes: ChangesTable
  audit: AuditTable
  intents: IntentsTable
}
