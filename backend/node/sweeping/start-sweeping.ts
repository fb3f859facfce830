import type { Log } from '../../core/ports/log.ts'
import type { Database } from '../database/database.ts'
import { lapse } from '../store/lapse-invitations.ts'
import { endIdleSessions } from './end-idle-sessions.ts'
import { startRounds } from './start-rounds.ts'
import { sweep } from './sweep.ts'

const minute = 60_000
const restAfterBatch = 100

/**
 * Deletes outdated rows every ten minutes or so, and ends idle sessions every minute, which lasts `idleMinute` ms.
 * Every minute, open lists load again if invitations have expired.
 * Returns a function that stops both and waits for running work.
 */
export function startSweeping(
  database: Pick<Database, 'db' | 'run'>,
  log: Log,
  idleMinute = minute,
): () => Promise<void> {
  const stops = [
    startRounds(
      {
        every: 10 * minute,
        async work(rest) {
          const swept = await sweep(database, { rest: () => rest(restAfterBatch) })
          if (Object.keys(swept).length > 0) log.info({ swept }, 'outdated rows are deleted')
        },
        failed: 'outdated rows could not be deleted; the next round tries again',
      },
      log,
    ),
    startRounds(
      {
        every: minute,
        work: () => lapse(database),
        failed: 'expired invitations could not be found; the next round tries again',
      },
      log,
    ),
    startRounds(
      {
        every: idleMinute,
        async work() {
          const ended = await endIdleSessions(database, idleMinute)
          if (ended > 0) log.info({ ended }, 'idle sessions are ended')
        },
        failed: 'idle sessions could not be ended; the next round tries again',
      },
      log,
    ),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
