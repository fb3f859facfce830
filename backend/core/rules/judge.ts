import type {
  Action,
  Permission,
  Reason,
  RoleActions,
  UserActions,
  ViewerActions,
} from '@aicx/roster/contract'
import { toEach } from '../../../src/base/to-each.ts'
import { userActs } from '../../../src/contract/user-acts.ts'
import type { Catalogue, RoleRecord, UserRecord } from '../ports/records.ts'
import { powersOf } from './powers.ts'

/** What the rules depend on. */
export interface Scene {
  viewer: UserRecord
  catalogue: Catalogue
  /** The product's permissions. */
  product: readonly Permission[]
}

/** The rules for one viewer. They fill the `actions` of responses and decide writes. */
export interface Judge {
  /** An action that needs only a permission. */
  permitted(permission: string): Action
  viewer(): ViewerActions
  /** `adminCount` is the number of users with the Admin role. */
  user(target: UserRecord, adminCount: number): UserActions
  role(role: RoleRecord): RoleActions
}

const allowed: Action = { allowed: true }

const refuse = (reason: Reason, params?: Record<string, string>): Action => ({
  allowed: false,
  reason,
  ...(params && { params }),
})

/** The first refusal, otherwise allowed. */
const judged = (...refusals: (Action | false | undefined)[]): Action => refusals.find(Boolean) || allowed

/** Creates the rules for a viewer: what they may do, and why they may not do the rest. */
export function judge({ viewer, catalogue, product }: Scene): Judge {
  const powers = powersOf(viewer, catalogue, product)
  const label = (id: string) => product.find((permission) => permission.id === id)?.label ?? id
  const named = (id: string) => ({ permission: label(id), permissionId: id })
  const roleOf = ({ roleId }: UserRecord) => catalogue.roles.find(({ id }) => id === roleId)

  const permitted = (id: string) => judged(!powers.holds(id) && refuse('missing_permission', named(id)))
  const managing = permitted('manage_users')
  const cannotManage = !managing.allowed && managing
  const judgeRole = (role: RoleRecord | undefined) => {
    const lacked = powers.lackedOf(role)
    return lacked !== undefined && refuse('role_exceeds_yours', { role: role?.name ?? '', ...named(lacked) })
  }
  const judgedRoles = new Map<RoleRecord | undefined, Action | false>()
  const exceeds = (role: RoleRecord | undefined) => {
    const known = judgedRoles.get(role) ?? judgeRole(role)
    judgedRoles.set(role, known)
    return known
  }
  return {
    permitted,
    viewer: () => ({ manageUsers: managing, invite: managing }),
    user(target, adminCount) {
      const role = roleOf(target)
      const self = target.id === viewer.id && refuse('self')
      const beyond = exceeds(role)
      const lastAdmin = role?.isAdmin && adminCount <= 1 && refuse('last_admin', { role: role.name })
      return {
        // The rule of each act that has no other one below.
        ...toEach(userActs, judged(cannotManage, beyond)),
        delete: judged(cannotManage, self, beyond, lastAdmin),
        changeRole: judged(cannotManage, beyond, lastAdmin),
      }
    },
    role: (role) => ({ assign: judged(cannotManage, exceeds(role)) }),
  }
}
