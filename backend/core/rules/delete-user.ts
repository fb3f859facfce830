import { findTarget } from './find-target.ts'
import { namedRole, namedTeam } from './named.ts'
import { refusalOf } from './refusal-of.ts'
import type { RowRule } from './row-rule.ts'

/** Deletes a user. */
export const deleteUser: RowRule = (facts, { userId }, product) => {
  const found = findTarget(facts, userId, product)
  if ('refused' in found) return found
  const { target, actions } = found
  const refused = refusalOf(actions.delete)
  if (refused) return { refused }
  const { roleId, teamIds, lastActiveAt } = target
  return {
    changes: [{ kind: 'delete_user', userId }],
    audit: [{ action: 'delete_user', targetId: userId, before: { roleId, teamIds: teamIds.toSorted() } }],
    before: {
      kind: 'deleted',
      role: namedRole(facts.catalogue, roleId),
      teams: teamIds.map((id) => namedTeam(facts.catalogue, id)),
      lastActiveAt: lastActiveAt?.toISOString() ?? null,
    },
  }
}
