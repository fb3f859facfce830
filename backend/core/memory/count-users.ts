import type { Counts } from '../ports/records.ts'
import { teamMembership } from '../rules/team-membership.ts'
import type { MemoryCompany } from './memory-company.ts'

/** Counts members by role and by team, each person once in a team. Counted once until the company's users change. */
export function countUsers(company: MemoryCompany): Counts {
  const { usersRevision: revision } = company
  if (company.counts?.revision !== revision) company.counts = { revision, value: count(company) }
  return company.counts.value
}

/** The number of members with the Admin role. */
export function countAdmins(company: MemoryCompany): number {
  const { byRole } = countUsers(company)
  const admins = company.catalogue.roles.filter(({ isAdmin }) => isAdmin)
  return admins.reduce((sum, { id }) => sum + (byRole.get(id) ?? 0), 0)
}

function count({ users, catalogue }: MemoryCompany): Counts {
  const byRole = new Map<string, number>()
  const byTeam = new Map(catalogue.teams.map(({ id }) => [id, 0]))
  const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  const members = users.sorted('name')
  for (let index = 0; index < members.length; index++) {
    const member = members.at(index)
    if (!member) continue
    // Read once, since a computed user creates its teams each time.
    const { roleId, teamIds } = member
    add(byRole, roleId)
    for (const team of catalogue.teams) if (teamMembership({ roleId, teamIds }, team)) add(byTeam, team.id)
  }
  return { byRole, byTeam }
}
