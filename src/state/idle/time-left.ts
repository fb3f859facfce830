import type { IdlePolicy } from './idle-state.ts'

/** A moment by two clocks: one sees sleep, the other can't be set back. */
export interface Instant {
  wall: number
  mono: number
}

/** What decides when the session ends. */
export interface Limits {
  policy: Required<IdlePolicy>
  lastActivity: Instant
  /**
   * The session lasts at least until then, because of a grace period after a shorter policy, a hold, or activity in
   * another browser.
   */
  floor: Instant
  /** The sign-in ends then, even with activity. */
  absolute: Instant
}

/** The state of the session at a moment. */
export interface Judgement {
  phase: 'off' | 'active' | 'warning' | 'over'
  limit: 'idle' | 'absolute'
  /** Milliseconds until the end, by the clock with the shorter time. */
  left: number
  /** Whether the clocks differ so much that one of them must have been stopped or set. */
  isDoubtful: boolean
}

/** A moment that is always in the past. */
export const longAgo: Instant = { wall: Number.NEGATIVE_INFINITY, mono: Number.NEGATIVE_INFINITY }

/** A moment that never comes. */
export const never: Instant = { wall: Number.POSITIVE_INFINITY, mono: Number.POSITIVE_INFINITY }

/** The moment some milliseconds later. */
export const later = ({ wall, mono }: Instant, ms: number): Instant => ({ wall: wall + ms, mono: mono + ms })

/** Milliseconds since a moment, by the clock with the longer time. */
export const age = (now: Instant, { wall, mono }: Instant) => Math.max(now.wall - wall, now.mono - mono)

/** How far clocks may differ (ms). */
export const tolerance = 5_000

/**
 * Calculates the state of the session from two clocks. It counts no ticks, so a sleeping machine or a frozen tab can't
 * delay it.
 */
export function timeLeft(now: Instant, { policy, lastActivity, floor, absolute }: Limits): Judgement {
  const { timeoutMs, warnMs } = policy
  const by = (clock: keyof Instant) => {
    const end = timeoutMs === null ? never[clock] : Math.max(lastActivity[clock] + timeoutMs, floor[clock])
    return { idle: end - now[clock], whole: absolute[clock] - now[clock] }
  }
  const [wall, mono] = [by('wall'), by('mono')]
  const idle = Math.min(wall.idle, mono.idle)
  const whole = Math.min(wall.whole, mono.whole)
  const left = Math.min(idle, whole)
  const difference = Math.min(wall.idle, wall.whole) - Math.min(mono.idle, mono.whole)
  return {
    left,
    limit: whole < idle ? 'absolute' : 'idle',
    phase: left <= 0 ? 'over' : left <= warnMs ? 'warning' : timeoutMs === null ? 'off' : 'active',
    isDoubtful: Math.abs(difference) > tolerance,
  }
}
