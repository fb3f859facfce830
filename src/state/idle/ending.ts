import { elapsed } from '../environment/clock.ts'
import { pause } from '../environment/pause.ts'
import type { IdleCore } from './idle-core.ts'
import type { EndReason } from './idle-state.ts'

/** Options of {@link finishSession}. */
export interface EndingOptions {
  /** How long (ms) the host's work before the logout may take. */
  withinMs: number
  /** The host's work before the logout. */
  before(): readonly unknown[]
  /** Whether nothing in this window uses the engine any more, such as after the host has gone to its sign-in page. */
  isLeft(): boolean
}

/** Milliseconds for the call that ends the session, and for news of another window. */
const callWithin = 3_000

/** Milliseconds after which a lock that is neither given nor refused isn't waited for. */
const lockWithin = 1_000

/** How long (ms) the lock is kept after the work, until every window knows of it. */
const settling = 500

/** Milliseconds between two looks at whether another window has done the work. */
const nextLook = 100

/**
 * Ends a session in all windows of a browser. One window does the work that happens once: first the host's work, then
 * the call that ends the session on the server. None of this can delay the end.
 */
export function finishSession(
  { port, environment: { clock }, record, withLock }: IdleCore,
  ended: EndReason,
  { withinMs, before, isLeft }: EndingOptions,
): Promise<void> {
  const within = (ms: number, work: Promise<unknown>) =>
    Promise.race([work.catch(() => {}), pause(clock, ms)])

  async function endAtServer() {
    // A session that the server has ended, or soon ends on its own, needs no call, which could end the next one.
    const isOver = () => record.read().over !== undefined || (ended === 'idle' && isLeft())
    if (isOver() || !port.end || (ended !== 'idle' && ended !== 'signed_out')) return
    const called = elapsed(clock)
    const result = await port.end(ended)
    // The person has already read that they were logged out, so the session must end now. Later, they may have signed
    // in again: the call would end their new session.
    if (!result.ended && !isOver() && elapsed(clock) - called < callWithin) await port.end('signed_out')
  }

  return new Promise((resolve) => {
    async function take() {
      if (record.read().handled) return
      record.write({ ended, handled: clock.now() })
      await within(withinMs, Promise.allSettled(before()))
      await within(callWithin, endAtServer())
      record.write({ ended, done: clock.now() })
      resolve()
      await pause(clock, settling)
    }

    async function finish() {
      const late = pause(clock, lockWithin).then(() => true)
      if (await Promise.race([withLock('ending', take), late])) await take()
      for (let waited = 0; waited < withinMs + callWithin && !record.read().done; waited += nextLook)
        await pause(clock, nextLook)
    }

    void finish().finally(resolve)
  })
}
