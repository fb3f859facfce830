import { ApiError } from '../../client/api-error.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownUsers } from '../known-users/known-users.ts'
import type { UserOrder } from './user-order.ts'

/** Newer versions that are met before it counts as a conflict. */
const mostRebases = 10

/**
 * Gives a role to the user that the person saw. Where someone else changed another thing of theirs meanwhile, it is
 * sent again for the newer version; where they changed the role, it fails with `version_mismatch`. `isOurs` tells the
 * roles that an earlier change of this client may have given, whose answer was lost.
 */
export function orderRole(
  { api, signal }: StateCore,
  known: KnownUsers,
  userId: string,
  roleId: string,
  isOurs: (roleId: string) => boolean,
): UserOrder<User> {
  let base = known.find(userId)?.user
  const isUntouched = ({ role }: User) => role.id === base?.role.id || isOurs(role.id)

  async function current(error: ApiError): Promise<User> {
    if (error.current) return error.current
    if (!api.users.get) throw error
    return api.users.get(userId, { signal })
  }

  return {
    field: 'role',
    userId,
    change: { kind: 'role', roleId },
    follow(earlier, answer) {
      if (earlier === 'role' || isUntouched(answer)) base = answer
    },
    async send(intent) {
      const { users } = api
      if (!users.changeRole) throw new ApiError('unsupported', 'The port cannot change roles.')
      const latest = known.find(userId)?.user
      base ??= latest
      if (latest && isUntouched(latest)) base = latest
      for (let rebases = 0; ; rebases++) {
        const { version = '' } = base ?? {}
        try {
          return await users.changeRole(userId, roleId, { version, intent, signal })
        } catch (thrown) {
          const error = toApiError(thrown)
          if (error.code !== 'version_mismatch') throw error
          const user = await current(error)
          known.learn(user)
          if (user.role.id === roleId) return user
          if (!isUntouched(user) || user.version === version || rebases === mostRebases) throw error
          base = user
        }
      }
    },
    before: (hooks, write) => hooks.onBeforeRoleChange?.({ ...write, roleId }),
    after: (hooks, write, outcome) => hooks.onAfterRoleChange?.({ ...write, roleId }, outcome),
  }
}
