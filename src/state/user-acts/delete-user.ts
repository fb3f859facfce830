import { portMethod } from '../../client/port-method.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { DeletedUser } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import type { Outcome } from '../core/outcome.ts'
import type { BeforeAnswer } from '../row-writes/host-hook.ts'
import type { RowAct } from '../row-writes/row-act.ts'
import { toUserWrite, type UserWrite } from './user-write.ts'

/** A host's hooks around the deletion of one user. */
export interface DeleteUserHooks {
  onBeforeDeleteUser?(write: UserWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterDeleteUser?(write: UserWrite, outcome: Outcome<DeletedUser>): void
}

/** Deletes a user from the company. A user who is already gone counts as deleted. */
export const deleteUser: RowAct<User, undefined, DeletedUser, DeleteUserHooks> = {
  field: 'deletion',
  touches: ['roles', 'teams'],
  removesRow: true,
  plan: ({ core: { api, signal }, id }) => ({
    async send(intent) {
      const method = portMethod(api.users.delete, 'users.delete')
      try {
        return await method(id, { intent, signal })
      } catch (thrown) {
        if (toApiError(thrown).code === 'not_found') return {}
        throw thrown
      }
    },
  }),
  before: (hooks, write) => hooks.onBeforeDeleteUser?.(toUserWrite(write)),
  after: (hooks, write, _, outcome) => hooks.onAfterDeleteUser?.(toUserWrite(write), outcome),
}
