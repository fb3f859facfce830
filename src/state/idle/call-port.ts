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

/** How long (ms) a late response still counts. */
const lateness = 20_000

/** Applies a response. `isNews` is false if `get` has returned the same before: then it extends nothing. */
type Take = (idle: Idle, isNews: boolean) => void

/**
 * Returns a function that reports activity of a moment, or loads the time that is left. A port may have no time limit, but
 * a call that hangs doesn't hold up the next one: it rejects after some time, and a late response is still applied.
 */
export function createPortCall(core: IdleCore): (active: number | undefined, take: Take) => Promise<void> {
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

  return async (active, take) => {
    const asked = time.now()
    const call = new AbortController()
    const { signal } = call
    let leave = () => {}

    async function run() {
      try {
        const idle: unknown = await (active === undefined
          ? port.get?.({ signal })
          : port.report?.(clamp(Math.ceil(asked - active), 0, longestAge), { signal }))
        if (signal.aborted) return
        check(idle)
        take(idle, active !== undefined || !idle.idleRemainingMs || isNew(idle, asked))
      } finally {
        leave()
      }
    }

    const limit = new Promise<never>((_, reject) => {
      leave = clock.after(patience, () => {
        leave = clock.after(lateness, () => call.abort())
        reject(new Error('No response in 10 seconds (see docs/errors/timeout.md).'))
      })
    })
    await Promise.race([run(), limit])
  }
}

function check(idle: unknown): asserts idle is Idle {
  if (!isObject(idle) || !(idle.idleRemainingMs === null || isDuration(idle.idleRemainingMs)))
    throw new TypeError('The response has no idleRemainingMs (see docs/errors/malformed_answer.md).')
}
