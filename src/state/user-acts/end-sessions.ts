import { portMethod } from '../../client/port-method.ts'
import type { EndedSessions } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import type { Outcome } from '../core/outcome.ts'
import type { BeforeAnswer } from '../row-writes/host-hook.ts'
import type { RowAct } from '../row-writes/row-act.ts'
import { toUserWrite, type UserWrite } from './user-write.ts'

/** A host's hooks around the end of a user's sessions. */
export interface EndSessionsHooks {
  onBeforeEndSessions?(write: UserWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterEndSessions?(write: UserWrite, outcome: Outcome<EndedSessions>): void
}

/** Signs a user out of the company on all devices. */
export const endSessions: RowAct<User, undefined, EndedSessions, EndSessionsHooks> = {
  field: 'sessions',
  touches: ['activity'],
  plan: ({ core: { api, signal }, id }) => ({
    async send(intent) {
      return portMethod(api.users.endSessions, 'users.endSessions')(id, { intent, signal })
    },
  }),
  before: (hooks, write) => hooks.onBeforeEndSessions?.(toUserWrite(write)),
  after: (hooks, write, _, outcome) => hooks.onAfterEndSessions?.(toUserWrite(write), outcome),
}
