import { changeRole } from './change-role.ts'
import { findTarget } from './find-target.ts'
import { ofOne } from './of-one.ts'
import type { Rule } from './rule.ts'
import { userView } from './user-view.ts'

/** Changes the role of a user whose version is still the given one. */
export const decideRoleChange =
  (userId: string, roleId: string, version: string): Rule<null> =>
  (facts, product) => {
    const found = findTarget(facts, userId, product)
    if ('refused' in found) return found
    const { target, actions } = found
    if (target.version !== version)
      return { refused: { code: 'version_mismatch', current: userView(target, facts.catalogue, actions) } }
    return ofOne(changeRole(roleId), userId)(facts, product)
  }
