import type { IdlePolicy } from './idle-state.ts'

/** What decides when the session ends. */
export interface Limits {
  policy: Required<IdlePolicy>
  lastActivity: number
  /**
   * The session lasts at least until then, because of a grace period after a shorter policy, a hold, or activity in
   * another browser.
   */
  floor: number
  /** The sign-in ends then, even with activity. */
  absolute: number
}

/** The state of the session at a moment. */
export interface Judgement {
  phase: 'off' | 'active' | 'warning' | 'over'
  limit: 'idle' | 'absolute'
  /** Milliseconds until the end. */
  left: number
}

/**
 * Calculates the state of the session at a moment. It counts no ticks, so a sleeping machine or a frozen tab can't delay
 * it.
 */
export function timeLeft(now: number, { policy, lastActivity, floor, absolute }: Limits): Judgement {
  const { timeoutMs, warnMs } = policy
  const end = timeoutMs === null ? Infinity : Math.max(lastActivity + timeoutMs, floor)
  const left = Math.min(end, absolute) - now
  return {
    left,
    limit: absolute < end ? 'absolute' : 'idle',
    phase: left <= 0 ? 'over' : left <= warnMs ? 'warning' : timeoutMs === null ? 'off' : 'active',
  }
}
