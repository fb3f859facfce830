/** A user as stores keep it. The names of its role and teams come from the {@link Catalogue}. */
export interface UserRecord {
  id: string
  accountId: string
  name: string
  email: string
  avatarUrl?: string
  roleId: string
  /** Teams that the user was added to directly. Those via role follow from the catalogue. */
  teamIds: string[]
  joinedAt: Date
  lastActiveAt: Date | null
  /** The company's revision when this user last changed. */
  version: string
  custom?: Record<string, unknown>
}

/** A role as stores keep it. */
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

/** A team as stores keep it. */
export interface TeamRecord {
  id: string
  name: string
  /** Roles whose holders are members via role. */
  roleIds: string[]
}

/** A company with its roles and teams. There are few, so they are read together. */
export interface Catalogue {
  company: { id: string; name: string }
  roles: RoleRecord[]
  teams: TeamRecord[]
}

/** The number of members by role and by team. A team counts each person once. */
export interface Counts {
  byRole: Map<string, number>
  byTeam: Map<string, number>
}

/** Why a session ended: it was idle, it expired, an administrator ended it or deleted its user, or it signed out. */
export type EndReason = 'idle' | 'expired' | 'revoked' | 'signed_out'

/** A sign-in in one company. */
export interface SessionRecord {
  id: string
  signInId: string
  userId: string
  openedAt: Date
  /** Updated by every request, at most once a minute. For display only. */
  seenAt: Date
  /** Updated only by what counts as activity: opening the session, and reports of its pages. */
  activityAt: Date
  /** When its pages last reported activity, however old. Null if they never did. */
  reportedAt: Date | null
  /** When the last of its holds ends. */
  heldUntil: Date | null
  endedAt: Date | null
  endReason: EndReason | null
}
