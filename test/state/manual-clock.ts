import type { Clock } from '../../src/state/environment/clock.ts'

/** A clock that moves when told to, and runs what has come due. */
export function createManualClock(start = 0): Clock & { advance(ms: number): void } {
  let now = start
  const timers = new Set<{ due: number; run: () => void }>()
  return {
    now: () => now,
    after(ms, run) {
      const timer = { due: now + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    advance(ms) {
      now += ms
      for (const timer of [...timers].sort((a, b) => a.due - b.due)) {
        if (timer.due > now || !timers.delete(timer)) continue
        timer.run()
      }
    },
  }
}
