import { longestAge } from '../../base/longest-age.ts'
import type { Idle } from '../../contract/idle-logout.ts'
import { clamp } from './clamp.ts'
import type { IdleCore } from './idle-core.ts'
import { isDuration } from './is-duration.ts'
import { isObject } from './is-object.ts'

/** How long (ms) the server may take. */
export const patience = 10_000

/** How long (ms) a server returns the same that rounds what is left, to minutes at most. */
const rounding = 60_000

/** A response, and whether it says something new. */
interface Answer {
  idle: Idle
  /** False if `get` has returned the same before. Then it extends nothing. */
  isNews: boolean
}

/**
 * Returns a function that reports activity of a moment, or loads the time that is left. A port may have no time limit, but
 * a call that hangs doesn't hold up the next one.
 */
export function createPortCall(core: IdleCore): (active?: number) => Promise<Answer> {
  const { port, environment, record, time } = core
  const { clock } = environment

  /** Whether no window has loaded the same before. */
  function isNew(idle: Idle, asked: number): boolean {
    const text = JSON.stringify(idle)
    const { got, gotAt } = record.read()
    const since = time.past(gotAt)
    // After activity the same time is left again.
    if (text !== got || time.toWall(core.lastActivity()) > since)
      record.write({ got: text, gotAt: clock.now() })
    // A service worker may respond with time that has passed since.
    else if (asked - time.fromWall(since) > rounding)
      throw new Error('The response comes from a cache (see docs/errors/malformed_answer.md).')
    return text !== got
  }

  return async (active) => {
    const asked = time.now()
    const call = new AbortController()
    const { signal } = call
    let leave = () => {}
    try {
      const idle: unknown = await Promise.race([
        new Promise<never>((_, reject) => {
          leave = clock.after(patience, () => {
            reject(new Error('No response in 10 seconds (see docs/errors/timeout.md).'))
            call.abort()
          })
        }),
        active === undefined
          ? port.get?.({ signal })
          : port.report?.(clamp(Math.ceil(asked - active), 0, longestAge), { signal }),
      ])
      check(idle)
      return { idle, isNews: active !== undefined || !idle.idleRemainingMs || isNew(idle, asked) }
    } finally {
      leave()
    }
  }
}

function check(idle: unknown): asserts idle is Idle {
  if (!isObject(idle) || !(idle.idleRemainingMs === null || isDuration(idle.idleRemainingMs)))
    throw new TypeError('The response has no idleRemainingMs (see docs/errors/malformed_answer.md).')
}
