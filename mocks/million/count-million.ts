import type { Counts } from '../../backend/core/ports/records.ts'
import { teamMembership } from '../../backend/core/rules/team-membership.ts'
import { teams } from '../people/catalogue.ts'
import { million } from './million-orders.ts'
import { millionRole, millionTeams } from './million-user.ts'

let counted: Counts | undefined

/** Holders of each role and members of each team, counted once. */
export function countMillion(): Counts {
  counted ??= count()
  return counted
}

function count(): Counts {
  const byRole = new Map<string, number>()
  const byTeam = new Map(teams.map(({ id }) => [id, 0]))
  const raise = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  for (let index = 0; index < million; index++) {
    const user = { roleId: millionRole(index), teamIds: millionTeams(index) }
    raise(byRole, user.roleId)
    for (const team of teams) if (teamMembership(user, team)) raise(byTeam, team.id)
  }
  return { byRole, byTeam }
}
