import type { TeamsChange } from '@aicx/roster/contract'
import { changeTeams } from './change-teams.ts'
import { ofOne } from './of-one.ts'
import type { Rule } from './rule.ts'

/** Adds a user to teams and removes them from others. */
export const decideTeamsChange = (userId: string, change: TeamsChange): Rule<null> =>
  ofOne(changeTeams(change), userId)
