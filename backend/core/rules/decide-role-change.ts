import { findTarget, refusalOf } from './find-target.ts'
import type { Rule } from './rule.ts'
import { userView } from './user-view.ts'

/**
 * Changes the role of a user whose version is still the given one. The rules must allow the actor both to change the
 * user's role and to assign the new one.
 */
export const decideRoleChange =
  (userId: string, roleId: string, version: string): Rule<null> =>
  (facts, product) => {
    const found = findTarget(facts, userId, product)
    if ('refused' in found) return found
    const { target, actions, rules } = found
    const { catalogue } = facts
    if (target.version !== version)
      return { refused: { code: 'version_mismatch', current: userView(target, catalogue, actions) } }
    const role = catalogue.roles.find(({ id }) => id === roleId)
    if (!role) return { refused: { code: 'role_not_found', params: { roleId } } }
    const refused = refusalOf(actions.changeRole) ?? refusalOf(rules.role(role).assign)
    if (refused) return { refused }
    if (role.id === target.roleId) return { changes: [], audit: [], answer: null }
    return {
      changes: [{ kind: 'set_role', userId, roleId }],
      audit: [{ action: 'set_role', targetId: userId, before: { roleId: target.roleId }, after: { roleId } }],
      answer: null,
    }
  }
