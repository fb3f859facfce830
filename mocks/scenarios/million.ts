import { StoreUnavailable } from '../../backend/core/ports/store-unavailable.ts'
import { countMillion } from '../million/count-million.ts'
import { listMillion } from '../million/list-million.ts'
import { indexOfId, millionUser } from '../million/million-user.ts'
import type { Scenario } from './scenario.ts'

/** A company of a million users, each computed when somebody looks; nothing of them can be changed. */
export const million: Scenario = {
  company: (seed, now) => ({ ...seed, users: [millionUser(0, now)] }),
  store: (store, now) => ({
    ...store,
    users: async (_, listing) => listMillion(listing, now),
    async user(_, id) {
      const index = indexOfId(id)
      return index === undefined ? null : millionUser(index, now)
    },
    counts: async () => countMillion(),
    async write() {
      throw new StoreUnavailable('the million is for reading')
    },
  }),
}
