import { StoreUnavailable } from '../../core/ports/store-unavailable.ts'
import { Busy } from '../../core/queues/busy.ts'
import { createTurns } from '../../core/queues/turns.ts'
import { inTurnOf } from '../database/turn.ts'

/** Runs what needs a company's lock, one after another for each company. Rejects with `StoreUnavailable` if it waits too long. */
export type WriteOrder = <Result>(companyId: string, write: () => Promise<Result>) => Promise<Result>

const mostWaiting = 100
const patience = 3_000
/** Seconds after which a full queue has room again. */
const retryAfter = 1

/**
 * Creates an order of writes. Those that wait hold no connection, so a locked company takes one at most. The one whose
 * turn it is does not wait behind reads, since the next write would wait for both.
 */
export function createWriteOrder(): WriteOrder {
  const turns = createTurns({ runningEach: 1, waitingEach: mostWaiting, patience })
  return async (companyId, write) => {
    try {
      return await turns.run(companyId, () => inTurnOf({ company: companyId, isFirst: true }, write))
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      throw new StoreUnavailable('Too many writes to a company wait.', { cause: error, retryAfter })
    }
  }
}
