import type { Team } from '../../../contract/teams.ts'
import type { TeamRef } from '../../../contract/users.ts'

/** A team that can be checked. */
export interface TeamChoice {
  id: string
  name: string
}

/**
 * Returns every team. Those that the user was in when the panel opened come first (via role, then direct), so that
 * checking a team doesn't move any. A team of the user that isn't in the list is kept.
 */
export function teamsInOrder(
  teams: readonly Team[],
  { first, current }: { first: readonly TeamRef[]; current: readonly TeamRef[] },
): TeamChoice[] {
  const known = new Set(teams.map(({ id }) => id))
  const all = [...teams, ...current.filter(({ id }) => !known.has(id))]
  const ranks = new Map(first.map(({ id, direct }) => [id, direct ? 1 : 0]))
  const ranked = all.map(({ id, name }) => ({ id, name, rank: ranks.get(id) ?? 2 }))
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ id, name }) => ({ id, name }))
}
