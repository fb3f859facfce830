import type { Clock } from '../environment/clock.ts'
import type { LockSource } from '../environment/lock-source.ts'
import { pause } from '../environment/pause.ts'
import type { IdlePort } from './idle-port.ts'
import type { EndReason } from './idle-state.ts'
import type { SharedRecord } from './shared-record.ts'

/** What {@link finishSession} needs. */
export interface EndingOptions {
  port: IdlePort
  clock: Clock
  locks: LockSource
  record: SharedRecord
  /** How long (ms) the host's work before the logout may take. */
  withinMs: number
  /** The host's work before the logout. */
  before(reason: EndReason): readonly unknown[]
  /** Resolves when another window has done the work that happens once. */
  whenDone(): Promise<void>
}

/** Milliseconds for the call that ends the session, and for news of another window. */
const callWithin = 3_000

/** How long (ms) the lock is kept after the work, until every window knows of it. */
const settling = 500

/**
 * Ends a session in all windows of a browser. One window does the work that happens once: first the host's work, then
 * the call that ends the session on the server. None of this can delay the end.
 */
export async function finishSession(reason: EndReason, isVerdict: boolean, options: EndingOptions) {
  const { port, clock, locks, record, withinMs } = options
  const within = (ms: number, work: Promise<unknown>) => {
    let leave = () => {}
    const bound = new Promise<void>((resolve) => {
      leave = clock.after(ms, resolve)
    })
    return Promise.race([work.catch(() => {}), bound]).finally(() => leave())
  }

  async function endAtServer() {
    if (isVerdict || !port.end || (reason !== 'idle' && reason !== 'signed_out')) return
    const { ended } = await port.end(reason)
    // The person has already read that they were logged out, so the session must end now.
    if (!ended) await port.end('signed_out')
  }

  async function work() {
    const results = options.before(reason).map((result) => Promise.resolve(result).catch(() => {}))
    await within(withinMs, Promise.all(results))
    await within(callWithin, endAtServer())
    record.tell({ isDone: true })
  }

  await new Promise<void>((resolve) => {
    let isOurs = false
    const take = async () => {
      if (record.read().isHandled) return
      record.write({ ended: reason, isHandled: true })
      isOurs = true
      await work()
      resolve()
      await pause(clock, settling)
    }
    locks
      .ifAvailable(`${record.name}.ending`, take)
      .catch(take)
      .then(() => isOurs || within(withinMs + callWithin, options.whenDone()))
      .then(() => resolve())
  })
}
