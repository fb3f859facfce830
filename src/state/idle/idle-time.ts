import { type Clock, elapsed } from '../environment/clock.ts'

/** One time from two clocks: the wall clock sees sleep, and the other one can't be set back. */
export interface IdleTime {
  /** Milliseconds from a fixed moment. While the clocks differ, by the one that says later. */
  now(): number
  /** Milliseconds since 1970 at a moment, by the clock as it is set now. */
  toWall(at: number): number
  fromWall(wall: number): number
  /** A stored moment, or 0 if it is in the future: then it was written with another clock. */
  past(wall?: number): number
  /** Whether the clocks differ: the machine has slept, or someone has set the time. */
  isDoubtful(): boolean
  /** Whether the wall clock was set back, so that what was stored before looks younger than it is. */
  isSetBack(): boolean
  /** Takes the present time for the right one. */
  trust(): void
  /** Takes a clock that was set back as it is now, so that a sleep afterwards counts in full. */
  settle(): void
}

/** How far the clocks may differ (ms) until it is doubtful which one is right. */
export const tolerance = 5_000

/** Differences of the clocks up to this many milliseconds are imprecision. */
const imprecision = 250

/** Starts a time. */
export function createIdleTime(clock: Clock): IdleTime {
  let lead = clock.now() - elapsed(clock)
  let slept = 0

  function ahead() {
    const difference = clock.now() - elapsed(clock) - lead
    return Math.abs(difference) > imprecision ? difference : 0
  }

  const now = () => elapsed(clock) + slept + Math.max(0, ahead())

  return {
    now,
    toWall: (at) => Math.floor(clock.now() - (now() - at)),
    fromWall: (wall) => now() - (clock.now() - wall),
    past: (wall = 0) => (wall > clock.now() ? 0 : wall),
    isDoubtful: () => Math.abs(ahead()) > tolerance,
    isSetBack: () => ahead() < 0,
    trust() {
      const difference = ahead()
      lead += difference
      slept += Math.max(0, difference)
    },
    settle() {
      lead += Math.min(0, ahead())
    },
  }
}
