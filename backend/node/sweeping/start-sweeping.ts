import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../core/ports/log.ts'
import type { Database } from '../database/database.ts'
import { sweep } from './sweep.ts'

const every = 10 * 60_000
const restAfterBatch = 100

/** Sweeps the database every ten minutes or so. Returns a function that stops it and waits for what is under way. */
export function startSweeping(database: Pick<Database, 'db'>, log: Log): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const rest = (ms: number) => pause(ms, undefined, { signal, ref: false })

  async function run() {
    while (!signal.aborted) {
      // Spread, so that instances which started together do not sweep together.
      await rest(every * (0.5 + Math.random()))
      try {
        const swept = await sweep(database, { rest: () => rest(restAfterBatch) })
        if (Object.keys(swept).length > 0) log.info({ swept }, 'outdated rows are deleted')
      } catch (error) {
        if (!signal.aborted)
          log.warn({ err: error }, 'outdated rows could not be deleted; the next round tries again')
      }
    }
  }

  const running = run().catch(() => {})
  return async () => {
    stopping.abort()
    await running
  }
}
