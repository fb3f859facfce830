import type { LostPart, Permission } from '@aicx/roster/contract'
import type { InvitationRecord } from '../ports/invitations.ts'
import type { Catalogue, RoleRecord, TeamRecord } from '../ports/records.ts'
import { administrativeOf } from '../rules/powers.ts'

/** The role and teams for a person who joins now. */
export interface JoinGrant {
  role: RoleRecord
  teams: TeamRecord[]
  /** The parts of the invitation that the person doesn't get. */
  lost: LostPart[]
}

/**
 * Returns what an invitation gives, by the current roles and teams. If the role was deleted, or has gained an
 * administrative permission since it was given, the person gets the default role. A deleted team is left out. Returns
 * null if there is no role to give.
 */
export function grantOf(
  invitation: Pick<InvitationRecord, 'roleId' | 'teamIds' | 'administrative'>,
  { roles, teams }: Catalogue,
  product: readonly Permission[],
): JoinGrant | null {
  const chosen = roles.find(({ id }) => id === invitation.roleId)
  const hasGained = administrativeOf(chosen, product).some((id) => !invitation.administrative.includes(id))
  const role = chosen && !hasGained ? chosen : roles.find(({ isDefault }) => isDefault)
  if (!role) return null
  const known = invitation.teamIds.map((id) => ({ id, team: teams.find((team) => team.id === id) }))
  return {
    role,
    teams: known.flatMap(({ team }) => team ?? []),
    lost: [
      ...(role.id === invitation.roleId ? [] : [lostRole(invitation.roleId, chosen)]),
      ...known.flatMap(({ id, team }) => (team ? [] : [lostTeam(id)])),
    ],
  }
}

const lostRole = (id: string, role: RoleRecord | undefined): LostPart => ({
  kind: 'role',
  id,
  name: role?.name ?? '',
  reason: role ? 'gained_permissions' : 'deleted',
})

const lostTeam = (id: string): LostPart => ({ kind: 'team', id, name: '', reason: 'deleted' })
