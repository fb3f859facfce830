import { type Clock, elapsed } from '../environment/clock.ts'

/** Calls back when the next phase may be due. */
export interface DeadlineTimer {
  /**
   * Calls back after at most this many milliseconds. If a timer already fires earlier, it stays, and that call sets the
   * next one. So activity doesn't set timers.
   */
  within(ms: number): void
  stop(): void
}

/** Creates a timer that isn't running. */
export function createDeadlineTimer(clock: Clock, call: () => void): DeadlineTimer {
  let running: { at: number; leave: () => void } | undefined

  function stop() {
    running?.leave()
    running = undefined
  }

  return {
    within(ms) {
      const at = elapsed(clock) + ms
      if (running && running.at <= at) return
      stop()
      if (!Number.isFinite(at)) return
      const leave = clock.after(Math.max(0, ms), () => {
        running = undefined
        call()
      })
      running = { at, leave }
    },
    stop,
  }
}
