import { availableParallelism } from 'node:os'
import { Refused } from '../../core/ports/refused.ts'
import { Busy } from '../../core/queues/busy.ts'
import { type Bounds, createTurns } from '../../core/queues/turns.ts'
import { hashesAtOnce } from './hashes-at-once.ts'

/** Runs slow hashes in a separate queue from everything else that shares Node's thread pool. */
export interface HashingQueue {
  /**
   * Runs a hash when its owner's turn comes. Refuses with `rate_limited` if the owner has too many waiting, and with
   * `unavailable` if too many wait in total.
   */
  run<Result>(owner: string, hash: () => Promise<Result>): Promise<Result>
}

/** Seconds after which a full queue has room again. */
const retryAfter = 2

const threads = Number(process.env.UV_THREADPOOL_SIZE) || 4

const running = hashesAtOnce(threads, availableParallelism())

/** Owners take turns, so that the hundredth attempt of one owner waits behind the first attempt of another. */
export function createHashingQueue(bounds: Bounds = {}): HashingQueue {
  const turns = createTurns({ running, waiting: 32, waitingEach: 8, ...bounds })
  return {
    async run(owner, hash) {
      try {
        return await turns.run(owner, hash)
      } catch (error) {
        if (!(error instanceof Busy)) throw error
        throw new Refused(error.isOwn ? 'rate_limited' : 'unavailable', { retryAfter })
      }
    },
  }
}

/** The process has one thread pool, and so one queue. */
export const hashingQueue = createHashingQueue()
