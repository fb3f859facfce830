import type { Clock } from '../environment/clock.ts'
import type { IdleTime } from './idle-time.ts'
import type { SharedRecord } from './shared-record.ts'

/** How long the session lasts without activity: after a shorter policy, during holds, or because the server says so. */
export interface Floor {
  /** The session lasts at least until this moment. */
  at(): number
  /** Replaces everything else by what the server says. */
  take(at: number): void
  /**
   * Extends the session to at least this many milliseconds from now. The returned function shortens that again, to a
   * number of milliseconds from then.
   */
  extend(ms: number): (ms: number) => void
  /** Applies what another window has stored, in milliseconds since 1970, if that is new. */
  hear(until: number | undefined): void
}

/** The longest hold after the last activity (ms). */
export const longestHold = 60 * 60_000

/** The longest time (ms) that a server or another window can add. */
export const longestFloor = longestHold + 10 * 60_000

/** Creates the floor of a window that was just opened. */
export function createFloor(clock: Clock, time: IdleTime, record: SharedRecord): Floor {
  const { now } = time
  const extensions = new Set<{ at: number }>()
  let said = 0
  let theirs = 0

  const mine = () => Math.max(0, ...[...extensions].map(({ at }) => at))

  const share = (at: number) => record.write({ until: time.toWall(at) })

  return {
    at: () => Math.max(said, theirs, mine()),
    take(at) {
      said = at
      theirs = 0
      extensions.clear()
    },
    extend(ms) {
      const extension = { at: now() + ms }
      extensions.add(extension)
      share(Math.max(mine(), theirs))
      return (left) => {
        extension.at = Math.min(extension.at, now() + left)
        share(mine())
      }
    },
    hear(until) {
      if (until === undefined) return
      const lead = until - clock.now()
      theirs = lead > 0 && lead < longestFloor ? now() + lead : 0
      // Another window has released its hold, and doesn't know of a longer one of this window.
      if (Math.floor(mine()) > theirs) share(mine())
    },
  }
}
