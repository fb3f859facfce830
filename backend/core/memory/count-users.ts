import type { Counts } from '../ports/records.ts'
import { teamMembership } from '../rules/team-membership.ts'
import type { MemoryCompany } from './memory-company.ts'

/** Members by role and team, each person once in a team. */
export function countUsers({ members, catalogue }: MemoryCompany): Counts {
  const users = [...members.values()]
  const byRole = Map.groupBy(users, ({ roleId }) => roleId)
  return {
    byRole: new Map([...byRole].map(([id, holders]) => [id, holders.length])),
    byTeam: new Map(
      catalogue.teams.map((team) => [team.id, users.filter((user) => teamMembership(user, team)).length]),
    ),
  }
}
