import { longestAge } from '../../base/longest-age.ts'
import type { Idle } from '../../contract/idle-logout.ts'
import { clamp } from './clamp.ts'
import type { IdleCore } from './idle-core.ts'
import { isDuration } from './is-duration.ts'
import { isObject } from './is-object.ts'

/** How long (ms) the server may take. */
export const patience = 10_000

/**
 * Returns a function that reports activity of a moment, or loads the time that is left. A port may have no time limit, but
 * a call that hangs doesn't hold up the next one.
 */
export function createPortCall({ port, environment, time }: IdleCore): (active?: number) => Promise<Idle> {
  let loaded: string | undefined

  function check(idle: unknown, isLoaded: boolean): asserts idle is Idle {
    if (!isObject(idle) || !(idle.idleRemainingMs === null || isDuration(idle.idleRemainingMs)))
      throw new TypeError('The response has no idleRemainingMs (see docs/errors/malformed_answer.md).')
    if (!isLoaded || !idle.idleRemainingMs) return
    const text = JSON.stringify(idle)
    // A service worker may respond with time that has passed since.
    if (text === loaded)
      throw new Error('The response comes from a cache (see docs/errors/malformed_answer.md).')
    loaded = text
  }

  return async (active) => {
    const call = new AbortController()
    const { signal } = call
    let leave = () => {}
    try {
      const idle: unknown = await Promise.race([
        new Promise<never>((_, reject) => {
          leave = environment.clock.after(patience, () => {
            reject(new Error('No response in 10 seconds (see docs/errors/timeout.md).'))
            call.abort()
          })
        }),
        active === undefined
          ? port.get?.({ signal })
          : port.report?.(clamp(Math.ceil(time.now() - active), 0, longestAge), { signal }),
      ])
      check(idle, active === undefined)
      return idle
    } finally {
      leave()
    }
  }
}
