import type { ApiError } from '../../client/api-error.ts'
import { portMethod } from '../../client/port-method.ts'
import type { User } from '../../contract/users.ts'
import type { Outcome } from '../core/outcome.ts'
import { withRole } from '../known-rows/with-role.ts'
import type { BeforeAnswer } from '../row-writes/host-hook.ts'
import type { ActContext, PlannedWrite, RowAct } from '../row-writes/row-act.ts'
import { sendForVersion } from '../row-writes/send-for-version.ts'
import { toUserWrite, type UserWrite } from './user-write.ts'

/** A change of a user's role, as hooks receive it. */
export interface RoleWrite extends UserWrite {
  /** The id of the role that the user will have. */
  roleId: string
}

/** A host's hooks around a change of role. */
export interface RoleChangeHooks {
  onBeforeRoleChange?(write: RoleWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterRoleChange?(write: RoleWrite, outcome: Outcome<User>): void
}

/** Changes a user's role. */
export const changeRole: RowAct<User, string, User, RoleChangeHooks> = {
  field: 'role',
  touches: ['roles', 'teams', 'activity'],
  affectsPermissions: true,
  plan,
  before: (hooks, write, roleId) => hooks.onBeforeRoleChange?.({ ...toUserWrite(write), roleId }),
  after: (hooks, write, roleId, outcome) =>
    hooks.onAfterRoleChange?.({ ...toUserWrite(write), roleId }, outcome),
}

/**
 * Sends the version of the user that the person saw. If another person has changed something else of the user, the
 * change is sent again with the newer version. If they have changed the role, it fails with `version_mismatch`. A role
 * that an unconfirmed write of this client may have saved doesn't count as another person's.
 */
function plan({ core, known, id, unconfirmed }: ActContext<User>, roleId: string): PlannedWrite<User, User> {
  const { signal } = core
  const { users } = core.api
  let base = known.find(id)?.row
  const isUntouched = ({ role }: User) => role.id === base?.role.id || unconfirmed.includes(role.id)

  async function current(error: ApiError): Promise<User> {
    if (error.current) return error.current
    if (!users.get) throw error
    return users.get(id, { signal })
  }

  return {
    change: (user, catalogue) => withRole(user, roleId, catalogue),
    follow(field, user) {
      if (field === 'role' || isUntouched(user)) base = user
    },
    async send(intent) {
      const changeRole = portMethod(users.changeRole, 'users.changeRole')
      const latest = known.find(id)?.row
      base ??= latest
      if (latest && isUntouched(latest)) base = latest
      return sendForVersion({
        base,
        send: (user) => {
          base = user
          return changeRole(id, roleId, { version: user?.version ?? '', intent, signal })
        },
        async current(error) {
          const user = await current(error)
          known.learn(user)
          return user
        },
        isDone: ({ role }) => role.id === roleId,
        isUntouched,
      })
    },
  }
}
