import type { Permission } from '@aicx/roster/contract'
import type { Decision, Facts } from '../store.ts'
import { userView } from '../user-view.ts'
import { meet, refusalOf } from './meet.ts'

/** A role to give, and the version of the user that it is given to. */
export interface RoleOrder {
  userId: string
  roleId: string
  version: string
}

/** Gives a role, if nobody changed the user meanwhile and the rules allow both to take theirs and to give this one. */
export const decideRole =
  ({ userId, roleId, version }: RoleOrder, product: readonly Permission[]) =>
  (facts: Facts): Decision<null> => {
    const met = meet(facts, userId, product)
    if ('refused' in met) return met
    const { target, actions, rules } = met
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
