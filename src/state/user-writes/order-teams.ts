import { ApiError } from '../../client/api-error.ts'
import type { TeamsChange } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { UserOrder } from './user-order.ts'

/** Adds a user to teams and takes them out of others, whatever else they are in. */
export function orderTeams(
  { api, signal }: StateCore,
  userId: string,
  teams: Readonly<TeamsChange>,
): UserOrder<User> {
  const { add, remove } = teams
  return {
    field: 'teams',
    userId,
    change: { kind: 'teams', add, remove },
    async send(intent) {
      const { users } = api
      if (!users.changeTeams) throw new ApiError('unsupported', 'The port cannot change teams.')
      return users.changeTeams(userId, { add, remove }, { intent, signal })
    },
    before: (hooks, write) => hooks.onBeforeTeamsChange?.({ ...write, add, remove }),
    after: (hooks, write, outcome) => hooks.onAfterTeamsChange?.({ ...write, add, remove }, outcome),
  }
}
