import type { Scenario } from './scenario.ts'

/** A company whose list names nobody, though somebody looks at it. */
export const empty: Scenario = {
  store: (store) => ({
    ...store,
    users: async (_, { from }) => ({ users: [], offset: from.offset, total: 0, revision: 0 }),
    counts: async () => ({ byRole: new Map(), byTeam: new Map() }),
  }),
}
