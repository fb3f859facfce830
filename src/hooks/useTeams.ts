import type { Team } from '../contract/teams.ts'
import { teams } from '../state/resources/teams.ts'
import type { WholeListResult } from './list-result.ts'
import { toWholeList } from './to-whole-list.ts'
import { useResource } from './useResource.ts'

/** Loads the company's teams. */
export function useTeams(): WholeListResult<Team> {
  return toWholeList(useResource(teams, 'useTeams'), (answer) => answer.teams)
}
