import type { IdlePolicy } from '../ports/idle.ts'
import type { SessionRecord } from '../ports/records.ts'
import { idleLengths, marginMs, warnMs } from './idle-lengths.ts'

type IdleSession = Pick<SessionRecord, 'activityAt' | 'heldUntil'>

/**
 * When a session's pages log out: after the timeout without activity, after a hold and a warning, and some time after
 * the policy was enabled or shortened. Null while the policy is off. In milliseconds since 1970.
 */
export function idleDeadline(policy: IdlePolicy, { activityAt, heldUntil }: IdleSession): number | null {
  if (!policy.enabled) return null
  const { timeoutMinutes, minuteMs, tightenedAt } = policy
  const warning = warnMs(policy)
  const notice = warning + idleLengths.notice * minuteMs - marginMs(policy)
  return Math.max(
    activityAt.getTime() + timeoutMinutes * minuteMs,
    heldUntil ? heldUntil.getTime() + warning : 0,
    tightenedAt ? tightenedAt.getTime() + notice : 0,
  )
}

/** Whether a session is idle: its pages have logged out, and the time for the host's last calls is over. */
export function isIdle(policy: IdlePolicy, session: IdleSession, now: Date, earlyMs = 0): boolean {
  const deadline = idleDeadline(policy, session)
  return deadline !== null && now.getTime() >= deadline + marginMs(policy) - earlyMs
}
