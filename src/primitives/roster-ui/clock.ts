/** A clock to subscribe to: it ticks while it has subscribers. */
export interface Clock {
  /** The time of the last tick, in milliseconds. */
  get(): number
  /** The time, in milliseconds. */
  now(): number
  subscribe(listener: () => void): () => void
}

const interval = 30_000

/** Wraps a source of time, so that everything on screen ages together. */
export function createClock(now: () => number): Clock {
  const listeners = new Set<() => void>()
  let current: number | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  const tick = () => {
    current = now()
    for (const listener of listeners) listener()
  }

  return {
    get: () => (current ??= now()),
    now,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) timer = setInterval(tick, interval)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        current = undefined
      }
    },
  }
}
