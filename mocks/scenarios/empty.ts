import type { Scenario } from './scenario.ts'

/** A company with an empty list of users, except that there is a viewer. */
export const empty: Scenario = {
  store: (store) => ({
    ...store,
    users: async (_, { from }) => ({ users: [], offset: from.offset, total: 0, revision: 0 }),
    userIds: async (_, { from }) => ({ ids: [], offset: from.offset, total: 0, revision: 0 }),
    counts: async () => ({ byRole: new Map(), byTeam: new Map() }),
  }),
}
