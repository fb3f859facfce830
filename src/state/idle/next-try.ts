import { clamp } from './clamp.ts'
import { isDuration } from './is-duration.ts'
import { isObject } from './is-object.ts'

/** Milliseconds between two tries. */
const usual = 1_000

/**
 * Milliseconds before the next try to reach a server. It waits as long as the server requires (`retryAfter` of an error, in
 * seconds), but tries again shortly before the end.
 */
export function nextTry(error: unknown, left: number): number {
  const required = isObject(error) && isDuration(error.retryAfter) ? error.retryAfter * 1_000 : usual
  return clamp(required, usual, Math.max(usual, left - 2 * usual))
}
