import type { Clock } from '../environment/clock.ts'
import type { LockSource } from '../environment/lock-source.ts'
import { patience } from './call-port.ts'

/** Asks the server whether the session goes on, while the page is covered. */
export interface Verification {
  isRunning(): boolean
  start(): void
  /** Stops it when the response is known. */
  stop(): void
}

/** Options of {@link createVerification}. */
export interface VerificationOptions {
  clock: Clock
  locks: LockSource
  /** Names the lock. */
  name: string
  /** Asks the server. Resolves to whether it has responded. */
  ask(signal: AbortSignal): Promise<boolean>
  /** Called if there was no response in time. */
  onSilence(): void
}

/** Milliseconds before the next try, here and in windows that wait for another one's request. */
const nextTry = 1_000
const nextLook = 2_500

/** Creates a verification. One window of a browser asks; if it is frozen, another one does. */
export function createVerification(options: VerificationOptions): Verification {
  const { clock, locks, name } = options
  let running: AbortController | undefined

  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const leave = clock.after(ms, resolve)
      signal.addEventListener('abort', () => {
        leave()
        resolve()
      })
    })

  async function ask(signal: AbortSignal) {
    while (!signal.aborted && !(await options.ask(signal))) await wait(nextTry, signal)
  }

  async function run(signal: AbortSignal) {
    const isAsking = await locks.ifAvailable(name, () => ask(signal)).catch(() => false)
    if (isAsking) return
    await wait(nextLook, signal)
    await ask(signal)
  }

  function stop() {
    running?.abort()
    running = undefined
  }

  return {
    isRunning: () => running !== undefined,
    start() {
      running = new AbortController()
      const leave = clock.after(patience, () => {
        stop()
        options.onSilence()
      })
      running.signal.addEventListener('abort', leave)
      void run(running.signal)
    },
    stop,
  }
}
