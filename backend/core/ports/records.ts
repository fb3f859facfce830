/** A user as stores keep it; names of role and teams are joined from the {@link Catalogue}. */
export interface UserRecord {
  id: string
  accountId: string
  name: string
  email: string
  avatarUrl?: string
  roleId: string
  /** Teams joined by hand; those via role follow from the catalogue. */
  teamIds: string[]
  joinedAt: Date
  lastActiveAt: Date | null
  /** The company's revision when this user last changed. */
  version: string
  custom?: Record<string, unknown>
}

export interface RoleRecord {
  id: string
  name: string
  description: string
  type: 'company' | 'team'
  permissions: string[]
  isDefault: boolean
  /** The preset role that holds every permission, which at least one user must have. */
  isAdmin: boolean
}

export interface TeamRecord {
  id: string
  name: string
  /** Roles whose holders are members via role. */
  roleIds: string[]
}

/** A company's roles and teams: few, and read whole. */
export interface Catalogue {
  company: { id: string; name: string }
  roles: RoleRecord[]
  teams: TeamRecord[]
}

/** Members by role and by team; a team counts each person once. */
export interface Counts {
  byRole: Map<string, number>
  byTeam: Map<string, number>
}

/** Why a session ended: idle, past its absolute limit, by an administrator or a delete, by its own sign-out. */
export type EndReason = 'idle' | 'expired' | 'revoked' | 'signed_out'

/** A sign-in in one company. */
export interface SessionRecord {
  id: string
  signInId: string
  userId: string
  openedAt: Date
  /** Moved by any request, at most once a minute; for display alone. */
  seenAt: Date
  /** Moved only by what counts as activity. */
  activityAt: Date
  endedAt: Date | null
  endReason: EndReason | null
}
