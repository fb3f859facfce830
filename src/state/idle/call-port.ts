import { longestAge } from '../../base/longest-age.ts'
import type { Idle } from '../../contract/idle-logout.ts'
import { clamp } from './clamp.ts'
import type { IdleCore } from './idle-core.ts'

/** How long (ms) the server may take. */
export const patience = 10_000

/**
 * Reports activity of a moment, or loads the time that is left. A port may have no time limit, but a call that hangs
 * doesn't hold up the next one.
 */
export async function callPort(
  { port, environment, time }: IdleCore,
  active?: number,
  outer?: AbortSignal,
): Promise<Idle> {
  const call = new AbortController()
  const { signal } = call
  const abort = () => call.abort(new Error('No response in 10 seconds (see docs/errors/timeout.md).'))
  const leave = environment.clock.after(patience, abort)
  outer?.addEventListener('abort', abort)
  try {
    const idle = await Promise.race([
      active === undefined || !port.report
        ? port.get?.({ signal })
        : port.report(clamp(Math.ceil(time.now() - active), 0, longestAge), { signal }),
      new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    ])
    if (typeof idle !== 'object' || idle === null)
      throw new TypeError('The response isn’t an object (see docs/errors/malformed_answer.md).')
    return idle
  } finally {
    leave()
  }
}
