import { ExplainedError } from '../../client/explained-error.ts'
import type { EndedSessions } from '../../contract/user-writes.ts'
import type { BeforeAnswer, UserWrite } from './host-hook.ts'
import type { Outcome } from './outcome.ts'
import type { UserAct } from './user-act.ts'

/** A host's hooks around the end of a user's sessions. */
export interface EndSessionsHooks {
  onBeforeEndSessions?(write: UserWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterEndSessions?(write: UserWrite, outcome: Outcome<EndedSessions>): void
}

/** Signs a user out of the company on all devices. */
export const endSessions: UserAct<undefined, EndedSessions, EndSessionsHooks> = {
  field: 'sessions',
  touches: ['activity'],
  plan: ({ core: { api, signal }, userId }) => ({
    async send(intent) {
      if (!api.users.endSessions)
        throw new ExplainedError('unsupported', 'The port has no users.endSessions().')
      return api.users.endSessions(userId, { intent, signal })
    },
  }),
  before: (hooks, write) => hooks.onBeforeEndSessions?.(write),
  after: (hooks, write, _, outcome) => hooks.onAfterEndSessions?.(write, outcome),
}
