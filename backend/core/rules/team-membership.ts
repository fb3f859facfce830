import type { TeamRecord, UserRecord } from '../ports/records.ts'

/** How a user belongs to a team: added directly, through their role, both, or null if not at all. */
export function teamMembership(user: Pick<UserRecord, 'roleId' | 'teamIds'>, team: TeamRecord) {
  const direct = user.teamIds.includes(team.id)
  const viaRole = team.roleIds.includes(user.roleId)
  return direct || viaRole ? { direct, viaRole } : null
}
