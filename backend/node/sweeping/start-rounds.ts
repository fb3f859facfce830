import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../core/ports/log.ts'

/** Work that is repeated for as long as a server runs. */
export interface Rounds {
  /** Ms between two rounds, on average. */
  every: number
  /** One round. `rest` waits before more of it, and rejects when the server stops. */
  work(rest: (ms: number) => Promise<void>): Promise<void>
  /** What the log says after a round that failed. */
  failed: string
}

/** Starts rounds. Returns a function that stops them and waits for the running one. */
export function startRounds({ every, work, failed }: Rounds, log: Log): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const rest = (ms: number) => pause(ms, undefined, { signal, ref: false })

  async function run() {
    while (!signal.aborted) {
      // Spread, so that instances that started at the same time don't work at the same time.
      await rest(every * (0.5 + Math.random()))
      try {
        await work(rest)
      } catch (error) {
        if (!signal.aborted) log.warn({ err: error }, failed)
      }
    }
  }

  const running = run().catch(() => {})
  return async () => {
    stopping.abort()
    await running
  }
}
