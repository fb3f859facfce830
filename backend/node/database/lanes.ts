import { StoreUnavailable } from '../../core/ports/store-unavailable.ts'
import { Busy } from '../../core/queues/busy.ts'
import { createTurns, type Turns } from '../../core/queues/turns.ts'
import { currentOwner, currentRequest } from './turn.ts'

/** Limits of the queue for connections. */
export interface LaneOptions {
  /** The connections of the pool. */
  connections: number
  /** Ms that a statement waits for one. */
  patience: number
  /** Statements that wait. */
  waiting: number
}

/** Hands out the connections of a pool. */
export interface Lanes {
  /**
   * Waits for a connection, and returns a function that releases it. Rejects with `StoreUnavailable` if it takes too
   * long.
   */
  enter(): Promise<() => void>
}

/** Seconds after which a full queue has room again. */
const retryAfter = 1

/**
 * Companies take turns, and each uses at most half of the connections. Visitors, who may be many and hostile, take
 * turns among themselves and together count as one company. Requests of a company that have begun go first, so that
 * under load some requests are served quickly and others are refused early, instead of all being late.
 */
export function createLanes({ connections, patience, waiting }: LaneOptions): Lanes {
  const runningEach = Math.max(1, Math.floor(connections / 2))
  const waitingEach = Math.ceil(waiting / 2)
  const places = createTurns({ running: connections, runningEach, waiting, waitingEach, patience })
  const visitors = createTurns({ running: runningEach, waiting, waitingEach, patience })

  return {
    async enter() {
      const owner = currentOwner()
      const request = currentRequest()
      const hasBegun = request?.hasBegun ?? false
      if (!owner) return take(places, 'backend')
      if ('company' in owner) {
        const giveBack = await take(places, `company ${owner.company}`, owner.isFirst || hasBegun)
        if (request) request.hasBegun = true
        return giveBack
      }
      const leave = await take(visitors, owner.visitor)
      try {
        const giveBack = await take(places, 'visitors')
        return () => {
          giveBack()
          leave()
        }
      } catch (error) {
        leave()
        throw error
      }
    },
  }
}

async function take(turns: Turns, owner: string, isFirst = false): Promise<() => void> {
  try {
    return await turns.take(owner, isFirst)
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    throw new StoreUnavailable('Too many statements wait for a connection.', { cause: error, retryAfter })
  }
}
