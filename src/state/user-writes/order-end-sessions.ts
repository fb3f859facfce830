import { ApiError } from '../../client/api-error.ts'
import type { EndedSessions } from '../../contract/user-writes.ts'
import type { StateCore } from '../core/state-core.ts'
import type { UserOrder } from './user-order.ts'

/** Signs a user out of the company everywhere. */
export const orderEndSessions = ({ api, signal }: StateCore, userId: string): UserOrder<EndedSessions> => ({
  field: 'sessions',
  userId,
  async send(intent) {
    const { users } = api
    if (!users.endSessions) throw new ApiError('unsupported', 'The port cannot end sessions.')
    return users.endSessions(userId, { intent, signal })
  },
  before: (hooks, write) => hooks.onBeforeEndSessions?.(write),
  after: (hooks, write, outcome) => hooks.onAfterEndSessions?.(write, outcome),
})
