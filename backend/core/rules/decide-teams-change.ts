import type { TeamsChange } from '@aicx/roster/contract'
import { changeTeams } from './change-teams.ts'
import type { Rule } from './rule.ts'

/** Adds a user to teams and removes them from others. */
export const decideTeamsChange =
  (userId: string, change: TeamsChange): Rule<null> =>
  (facts, product) => {
    const decision = changeTeams(change)(facts, { userId, before: null }, product)
    if ('refused' in decision) return decision
    return { changes: decision.changes, audit: decision.audit, answer: null }
  }
