import { createSubscribable } from '../../base/subscribable.ts'

/** A clock that ticks every 30 seconds while it has subscribers. */
export interface Clock {
  /** The time of the last tick, in milliseconds. */
  get(): number
  /** The time, in milliseconds. */
  now(): number
  subscribe(listener: () => void): () => void
}

const interval = 30_000

/** Creates a clock from a source of time, so that all relative times on the screen change together. */
export function createClock(now: () => number): Clock {
  const ticks = createSubscribable()
  let current: number | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  const tick = () => {
    current = now()
    ticks.notify()
  }

  return {
    get: () => (current ??= now()),
    now,
    subscribe(listener) {
      const leave = ticks.subscribe(listener)
      if (ticks.size === 1) timer = setInterval(tick, interval)
      return () => {
        leave()
        if (ticks.size > 0) return
        clearInterval(timer)
        current = undefined
      }
    },
  }
}
