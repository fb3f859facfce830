import { Refused } from '../../core/ports/refused.ts'

/** Runs slow hashes apart from everything else that shares Node's thread pool. */
export interface HashingQueue {
  /**
   * Runs a hash when its owner's turn comes. Refuses with `rate_limited` an owner who has too many waiting, and with
   * `unavailable` when too many wait in all.
   */
  run<Result>(owner: string, hash: () => Promise<Result>): Promise<Result>
}

/** Bounds of a queue. */
export interface HashingBounds {
  /** Hashes that run at the same time. @default half of the thread pool, so that files and names are still looked up */
  running?: number
  /** @default 32 */
  waiting?: number
  /** Hashes of one owner that wait. @default 8 */
  waitingEach?: number
}

/** Seconds after which a queue that was full has moved on. */
const retryAfter = 2

const threads = Number(process.env.UV_THREADPOOL_SIZE) || 4

/** Owners take turns, so that the hundredth attempt of one waits behind the first of another. */
export function createHashingQueue(bounds: HashingBounds = {}): HashingQueue {
  const { running: most = Math.max(1, Math.floor(threads / 2)), waiting = 32, waitingEach = 8 } = bounds
  /** By owner, whose turn comes first; an owner with nothing waiting has no entry. */
  const turns = new Map<string, (() => void)[]>()
  let running = 0

  function wait(owner: string): Promise<void> {
    const own = turns.get(owner) ?? []
    if (own.length >= waitingEach) throw new Refused('rate_limited', { retryAfter })
    const all = [...turns.values()].reduce((total, { length }) => total + length, 0)
    if (all >= waiting) throw new Refused('unavailable', { retryAfter })
    turns.set(owner, own)
    return new Promise((resolve) => own.push(resolve))
  }

  /** Hands a place that is free to the next owner, who then goes to the end. */
  function next() {
    const [turn] = turns
    if (!turn) {
      running--
      return
    }
    const [owner, own] = turn
    const start = own.shift()
    turns.delete(owner)
    if (own.length > 0) turns.set(owner, own)
    start?.()
  }

  return {
    async run(owner, hash) {
      if (running < most) running++
      else await wait(owner)
      try {
        return await hash()
      } finally {
        next()
      }
    },
  }
}

/** The process has one thread pool, and so one queue. */
export const hashingQueue = createHashingQueue()
