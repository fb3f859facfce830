import { createSubscribable } from '../../base/subscribable.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { StateCore } from '../core/state-core.ts'

/** Users who have left the company, as far as this client knows. */
export interface Departures {
  /** Takes note of users who were deleted. */
  note(ids: readonly string[]): void
  /** Loads users who have changed, to see whether they are still there. */
  check(ids: readonly string[]): Promise<void>
  /** Calls the listener with the ids of users who have left. */
  subscribe(listener: (ids: readonly string[]) => void): () => void
}

/** How many users are loaded at once. */
const together = 4

/** Creates a memory of departures. */
export function createDepartures({ api, signal }: Pick<StateCore, 'api' | 'signal'>): Departures {
  const { subscribe, notify } = createSubscribable<[ids: readonly string[]]>()

  async function hasLeft(id: string): Promise<boolean> {
    try {
      await api.users.get?.(id, { signal })
      return false
    } catch (thrown) {
      return toApiError(thrown).code === 'not_found'
    }
  }

  return {
    note: notify,
    async check(ids) {
      const waiting = [...ids]
      const work = async () => {
        for (let id = waiting.pop(); id !== undefined && !signal.aborted; id = waiting.pop())
          if (await hasLeft(id)) notify([id])
      }
      await Promise.all(Array.from({ length: together }, work))
    },
    subscribe,
  }
}
