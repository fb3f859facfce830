import type { TeamsChange } from '@aicx/roster/contract'
import type { TeamRecord, UserRecord } from '../ports/records.ts'
import type { Refusal } from '../ports/write.ts'
import { findTarget } from './find-target.ts'
import { namedTeam } from './named.ts'
import { refusalOf } from './refusal-of.ts'
import { already, type RowRule } from './row-rule.ts'
import { teamMembership } from './team-membership.ts'

/** Adds a user to teams and removes them from others. Teams that the request does not name stay as they are. */
export const changeTeams =
  ({ add, remove }: TeamsChange): RowRule =>
  (facts, { userId }, product) => {
    const found = findTarget(facts, userId, product)
    if ('refused' in found) return found
    const { target, actions } = found
    const { teams, roles } = facts.catalogue
    const unknown = [...add, ...remove].find((asked) => !teams.some(({ id }) => id === asked))
    if (unknown !== undefined) return { refused: { code: 'team_not_found', params: { teamId: unknown } } }
    const role = roles.find(({ id }) => id === target.roleId)
    const leaving = teams.filter(({ id }) => remove.includes(id))
    const refused = refusalOf(actions.changeTeams) ?? heldViaRole(target, leaving, role?.name ?? '')
    if (refused) return { refused }

    const before = target.teamIds.toSorted()
    const after = [...new Set([...before, ...add])].filter((id) => !remove.includes(id)).toSorted()
    if (after.join() === before.join()) return already
    const named = (id: string) => namedTeam(facts.catalogue, id)
    return {
      changes: [{ kind: 'change_teams', userId, add, remove }],
      audit: [
        { action: 'change_teams', targetId: userId, before: { teamIds: before }, after: { teamIds: after } },
      ],
      before: {
        kind: 'teams',
        joined: after.filter((id) => !before.includes(id)).map(named),
        left: before.filter((id) => !after.includes(id)).map(named),
      },
    }
  }

/** Refuses to remove a user from a team that they belong to only through their role. */
function heldViaRole(user: UserRecord, leaving: TeamRecord[], role: string): Refusal | undefined {
  const locked = leaving.find((team) => {
    const membership = teamMembership(user, team)
    return membership?.viaRole && !membership.direct
  })
  if (!locked) return undefined
  const params = { team: locked.name, teamId: locked.id, role }
  return { code: 'via_role', reason: 'via_role', params }
}
