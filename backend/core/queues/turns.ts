import { Busy } from './busy.ts'

/** Limits of a queue. */
export interface Bounds {
  /** Tasks that run at the same time. @default no limit */
  running?: number
  /** Tasks of one owner that run at the same time. @default no limit */
  runningEach?: number
  /** Tasks that wait. If there are more, the owner with the most waiting tasks loses the last one. @default no limit */
  waiting?: number
  /** Tasks of one owner that wait. @default no limit */
  waitingEach?: number
  /** Ms that a task waits. @default no limit */
  patience?: number
}

/**
 * A limited queue in which owners take turns, so that the hundredth task of one owner waits behind the first task of
 * another.
 */
export interface Turns {
  /**
   * Resolves when it is the owner's turn, to a function that ends the turn. Rejects with {@link Busy}. A task that others
   * of the same owner wait for can go before those that aren't.
   */
  take(owner: string, isFirst?: boolean): Promise<() => void>
  /** Runs a task in its owner's turn. Rejects with {@link Busy} without running it. */
  run<Result>(owner: string, task: () => Promise<Result>): Promise<Result>
}

interface Waiter {
  isFirst: boolean
  start(): void
  refuse(reason: Busy): void
}

/** Creates an empty queue. */
export function createTurns(bounds: Bounds): Turns {
  const { running: most = Infinity, runningEach = Infinity, patience } = bounds
  const { waiting: mostWaiting = Infinity, waitingEach = Infinity } = bounds
  const running = new Map<string, number>()
  /** By owner, in the order of their turns. An owner without waiting tasks has no entry. */
  const queues = new Map<string, Waiter[]>()
  let total = 0
  let waiting = 0

  const isFree = (owner: string) => total < most && (running.get(owner) ?? 0) < runningEach

  function begin(owner: string): () => void {
    total++
    running.set(owner, (running.get(owner) ?? 0) + 1)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      total--
      const left = (running.get(owner) ?? 1) - 1
      if (left > 0) running.set(owner, left)
      else running.delete(owner)
      next()
    }
  }

  /** Starts the tasks that may run now. An owner who had a turn moves to the end. */
  function next() {
    for (const [owner, queue] of queues) {
      if (total >= most) return
      if (!isFree(owner)) continue
      const waiter = queue.shift()
      queues.delete(owner)
      if (queue.length > 0) queues.set(owner, queue)
      if (waiter) {
        waiting--
        waiter.start()
      }
    }
  }

  /** Refuses the last task of the owner with the most, unless the new task's owner would then have as many. */
  function makeRoom(own: number) {
    const longest = [...queues.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
    const busy = new Busy('Too many tasks wait.', false)
    if (longest.length <= own + 1) throw busy
    longest.at(-1)?.refuse(busy)
  }

  function wait(owner: string, isFirst: boolean): Promise<() => void> {
    const queue = queues.get(owner) ?? []
    if (queue.length >= waitingEach) throw new Busy('Too many tasks of one owner wait.', true)
    if (waiting >= mostWaiting) makeRoom(queue.length)
    queues.set(owner, queue)
    waiting++
    return new Promise((resolve, reject) => {
      const giveUp = () => waiter.refuse(new Busy('A task waited too long.', total < most))
      const timer = patience === undefined ? undefined : setTimeout(giveUp, patience)
      const waiter: Waiter = {
        isFirst,
        start() {
          clearTimeout(timer)
          resolve(begin(owner))
        },
        refuse(reason) {
          clearTimeout(timer)
          queue.splice(queue.indexOf(waiter), 1)
          if (queue.length === 0) queues.delete(owner)
          waiting--
          reject(reason)
        },
      }
      const behind = isFirst ? queue.findIndex((other) => !other.isFirst) : -1
      queue.splice(behind === -1 ? queue.length : behind, 0, waiter)
    })
  }

  return {
    take: async (owner, isFirst = false) => (isFree(owner) ? begin(owner) : wait(owner, isFirst)),
    async run(owner, task) {
      const end = isFree(owner) ? begin(owner) : await wait(owner, false)
      try {
        return await task()
      } finally {
        end()
      }
    },
  }
}
