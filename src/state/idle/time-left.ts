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
  /** The session goes on at least until here: a grace after a shorter policy, a hold, another browser's activity. */
  floor: Instant
  /** The sign-in ends here, whatever the activity. */
  absolute: Instant
}

/** What the limits mean at a moment. */
export interface Judgement {
  phase: 'off' | 'active' | 'warning' | 'over'
  limit: 'idle' | 'absolute'
  /** Milliseconds until the end, by the clock that says less. */
  left: number
  /** Whether the clocks differ so much that one of them must have been stopped or set. */
  isDoubtful: boolean
}

/** A moment that has passed, whatever the time. */
export const longAgo: Instant = { wall: Number.NEGATIVE_INFINITY, mono: Number.NEGATIVE_INFINITY }

/** A moment that never comes. */
export const never: Instant = { wall: Number.POSITIVE_INFINITY, mono: Number.POSITIVE_INFINITY }

/** The moment some milliseconds later. */
export const later = ({ wall, mono }: Instant, ms: number): Instant => ({ wall: wall + ms, mono: mono + ms })

/** Milliseconds since a moment, by the clock that says more. */
export const age = (now: Instant, { wall, mono }: Instant) => Math.max(now.wall - wall, now.mono - mono)

/** How far clocks may differ (ms). */
export const tolerance = 5_000

/** Derives where the session is. Nothing is counted, so a sleeping machine or a frozen tab can't delay it. */
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
