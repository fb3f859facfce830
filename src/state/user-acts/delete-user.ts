import { ExplainedError } from '../../client/explained-error.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { DeletedUser } from '../../contract/user-writes.ts'
import type { BeforeAnswer, UserWrite } from './host-hook.ts'
import type { Outcome } from './outcome.ts'
import type { UserAct } from './user-act.ts'

/** A host's hooks around the deletion of one user. */
export interface DeleteUserHooks {
  onBeforeDeleteUser?(write: UserWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterDeleteUser?(write: UserWrite, outcome: Outcome<DeletedUser>): void
}

/** Deletes a user from the company. A user who is already gone counts as deleted. */
export const deleteUser: UserAct<undefined, DeletedUser, DeleteUserHooks> = {
  field: 'deletion',
  touches: ['roles', 'teams'],
  removesUser: true,
  plan: ({ core: { api, signal }, userId }) => ({
    async send(intent) {
      if (!api.users.delete) throw new ExplainedError('unsupported', 'The port has no users.delete().')
      try {
        return await api.users.delete(userId, { intent, signal })
      } catch (thrown) {
        if (toApiError(thrown).code === 'not_found') return {}
        throw thrown
      }
    },
  }),
  before: (hooks, write) => hooks.onBeforeDeleteUser?.(write),
  after: (hooks, write, _, outcome) => hooks.onAfterDeleteUser?.(write, outcome),
}
