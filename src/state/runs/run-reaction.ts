import type { ApiError } from '../../client/api-error.ts'

/**
 * What a run does after a failure. `again`: the server can't be reached or is busy, so it waits and tries again.
 * `look`: the selection isn't where it was expected, so it is loaded. `pause`: a person has to decide.
 */
export type RunReaction = 'again' | 'look' | 'pause'

/** Failures after which the same step is tried again, until the server takes it. */
const passing: ReadonlySet<string> = new Set([
  'network',
  'offline',
  'timeout',
  'request_timeout',
  'unavailable',
  'rate_limited',
])

/** Failures which mean that another tab or person has continued or ended the run. */
const elsewhere: ReadonlySet<string> = new Set(['selection_position', 'selection_ended'])

/** How often a step is tried that fails on the server. */
const mostFaults = 3

/** Decides what follows a failed step. `faults` counts the failures in a row before this one. */
export function reactionTo({ code, status = 0 }: ApiError, faults: number): RunReaction {
  if (elsewhere.has(code)) return 'look'
  if (passing.has(code) || status === 502 || status === 504) return 'again'
  return status >= 500 && faults < mostFaults ? 'again' : 'pause'
}
