import { findTarget } from './find-target.ts'
import { namedRole } from './named.ts'
import { refusalOf } from './refusal-of.ts'
import { already, type RowRule } from './row-rule.ts'

/** Changes the role of a user. The rules must allow the actor both to change it and to assign the new one. */
export const changeRole =
  (roleId: string): RowRule =>
  (facts, { userId }, product) => {
    const found = findTarget(facts, userId, product)
    if ('refused' in found) return found
    const { target, actions, rules } = found
    const { catalogue } = facts
    const role = catalogue.roles.find(({ id }) => id === roleId)
    if (!role) return { refused: { code: 'role_not_found', params: { roleId } } }
    const refused = refusalOf(actions.changeRole) ?? refusalOf(rules.role(role).assign)
    if (refused) return { refused }
    if (role.id === target.roleId) return already
    return {
      changes: [{ kind: 'set_role', userId, roleId }],
      audit: [{ action: 'set_role', targetId: userId, before: { roleId: target.roleId }, after: { roleId } }],
      before: { kind: 'role', from: namedRole(catalogue, target.roleId), to: namedRole(catalogue, roleId) },
    }
  }
