import type { Permission } from '@aicx/roster/contract'
import type { Decision, Facts } from '../ports/write.ts'
import { findTarget, refusalOf } from './find-target.ts'
import { userView } from './user-view.ts'

/** A role to give, and the version of the user that it is given to. */
export interface RoleChangeRequest {
  userId: string
  roleId: string
  version: string
}

/** Gives a role, if nobody changed the user meanwhile and the rules allow both to take theirs and to give this one. */
export const decideRoleChange =
  ({ userId, roleId, version }: RoleChangeRequest, product: readonly Permission[]) =>
  (facts: Facts): Decision<null> => {
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
