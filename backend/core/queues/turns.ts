import { Busy } from './busy.ts'

/** Bounds of a queue. */
export interface Bounds {
  /** Tasks that run at the same time. @default no bound */
  running?: number
  /** Tasks of one owner that run at the same time. @default no bound */
  runningEach?: number
  /** Tasks that wait. @default no bound */
  waiting?: number
  /** Tasks of one owner that wait. @default no bound */
  waitingEach?: number
  /** Ms that a task waits. @default no limit */
  patience?: number
}

/** A bounded queue in which owners take turns, so that the hundredth task of one waits behind the first of another. */
export interface Turns {
  /** Resolves when it is the owner's turn, to a function that ends the turn. Rejects with {@link Busy}. */
  take(owner: string): Promise<() => void>
  /** Runs a task in its owner's turn. Rejects with {@link Busy} without running it. */
  run<Result>(owner: string, task: () => Promise<Result>): Promise<Result>
}

interface Waiter {
  start(): void
}

/** Creates an empty queue. */
export function createTurns(bounds: Bounds): Turns {
  const { running: most = Infinity, runningEach = Infinity, patience } = bounds
  const { waiting: mostWaiting = Infinity, waitingEach = Infinity } = bounds
  const running = new Map<string, number>()
  /** By owner, in the order of their turns. An owner with nothing waiting has no entry. */
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

  /** Starts the tasks that may run now. An owner who had a turn goes to the end. */
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

  function wait(owner: string): Promise<() => void> {
    const queue = queues.get(owner) ?? []
    if (queue.length >= waitingEach) throw new Busy('Too many tasks of one owner wait.', true)
    if (waiting >= mostWaiting) throw new Busy('Too many tasks wait.', false)
    queues.set(owner, queue)
    waiting++
    return new Promise((resolve, reject) => {
      const timer = patience === undefined ? undefined : setTimeout(giveUp, patience)
      const waiter = {
        start() {
          clearTimeout(timer)
          resolve(begin(owner))
        },
      }
      queue.push(waiter)
      function giveUp() {
        queue.splice(queue.indexOf(waiter), 1)
        if (queue.length === 0) queues.delete(owner)
        waiting--
        reject(new Busy('A task waited too long.', total < most))
      }
    })
  }

  return {
    take: async (owner) => (isFree(owner) ? begin(owner) : wait(owner)),
    async run(owner, task) {
      const end = isFree(owner) ? begin(owner) : await wait(owner)
      try {
        return await task()
      } finally {
        end()
      }
    },
  }
}
