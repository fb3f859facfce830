import { createSubscribable } from '../../base/subscribable.ts'
import { toApiError } from '../../client/to-api-error.ts'

/** Rows of one kind that this client knows to be deleted. */
export interface Departures {
  /** Notes rows that were deleted. */
  note(ids: readonly string[]): void
  /** Loads rows that have changed, to find out whether they still exist. */
  check(ids: readonly string[]): Promise<void>
  /** Calls the listener with the ids of deleted rows. */
  subscribe(listener: (ids: readonly string[]) => void): () => void
}

/** How many rows are loaded at once. */
const together = 4

/** Creates a memory of departures. `read` rejects with `not_found` if a row was deleted. */
export function createDepartures(
  read: (id: string, options: { signal: AbortSignal }) => Promise<unknown> | undefined,
  signal: AbortSignal,
): Departures {
  const { subscribe, notify } = createSubscribable<[ids: readonly string[]]>()

  async function hasLeft(id: string): Promise<boolean> {
    try {
      await read(id, { signal })
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
