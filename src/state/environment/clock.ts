import { longestTimer } from '../../base/longest-timer.ts'

/** The time, and a timer. */
export interface Clock {
  /** Returns the milliseconds since 1970. */
  now(): number
  /** Returns milliseconds that only grow, even when someone sets the time. @default the same as `now` */
  elapsed?(): number
  /** Calls a function once after a time, or after 24 days if that is longer. Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void
}

/** Returns milliseconds that only grow, if the clock has them. */
export const elapsed = (clock: Clock): number => clock.elapsed?.() ?? clock.now()

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, longestTimer))
    return () => clearTimeout(timer)
  },
}
