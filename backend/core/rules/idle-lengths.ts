import type { IdlePolicy } from '../ports/idle.ts'

/** Lengths of idle logout, in minutes of the policy. SQL and the rules both calculate with them. */
export const idleLengths = {
  /** The time before the warning, after a policy was enabled or shortened, in which open pages receive it. */
  notice: 1,
  /** The longest hold since the last activity. */
  hold: 60,
  /** How long a hold is kept after its end, and counts. */
  keptHold: 60,
  /** How long before the end people are warned: with the shortest timeout, and with the others. */
  warning: { shortest: 1, others: 2 },
} as const

/**
 * The time for the host's last calls after a page has logged out, in ms: 10 s, and in a shortened minute more than its
 * share, since a request takes as long as ever.
 */
export const marginMs = ({ minuteMs }: Pick<IdlePolicy, 'minuteMs'>): number =>
  Math.max(minuteMs / 6, Math.min(minuteMs, 3_000))

/** How much earlier (ms) than the server a page may consider a session idle. It doesn't depend on the minute. */
export const agreement = 1_000

/** The shortest timeout, in minutes. */
export const shortestTimeout = 10

/** How long before the end people are warned, in ms. */
export function warnMs({
  timeoutMinutes,
  minuteMs,
}: Pick<IdlePolicy, 'timeoutMinutes' | 'minuteMs'>): number {
  const { shortest, others } = idleLengths.warning
  return (timeoutMinutes === shortestTimeout ? shortest : others) * minuteMs
}
