import { pause } from '../environment/pause.ts'
import type { IdleCore } from './idle-core.ts'

/** The first and the longest wait before *Stay logged in* is tried again (ms). */
const firstRetry = 1_000
const longestRetry = 4_000

/**
 * Reports *Stay logged in* to the server, and repeats that while the warning is shown. Resolves to whether the server
 * has responded.
 */
export async function stayLoggedIn(
  { environment, getState }: IdleCore,
  report: () => Promise<boolean>,
): Promise<boolean> {
  for (let retry = firstRetry; ; retry = Math.min(retry * 2, longestRetry)) {
    if (await report()) return true
    if (getState().isStaying) await pause(environment.clock, retry)
    if (!getState().isStaying) return false
  }
}
