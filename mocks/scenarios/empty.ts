import type { Scenario } from './scenario.ts'

/** A company with empty lists of users and invitations, except that there is a viewer. */
export const empty: Scenario = {
  store: (store) => ({
    ...store,
    users: async (_, { from }) => ({ users: [], offset: from.offset, total: 0, revision: 0 }),
    userIds: async (_, { from }) => ({ ids: [], offset: from.offset, total: 0, revision: 0 }),
    invitations: {
      ...store.invitations,
      list: async () => ({ invitations: [], total: 0, pending: 0, revision: 0, now: await store.now() }),
    },
    counts: async () => ({ byRole: new Map(), byTeam: new Map() }),
  }),
}
