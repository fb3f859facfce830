import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { createLanes } from './lanes.ts'
import { openPool } from './open-pool.ts'

/** Settings of the embedded database. */
export interface OpenPgliteOptions {
  /** The folder of its files. Omit it to keep the database in memory. */
  folder?: string
  /** How long a query waits for the single connection, in ms. @default 2_000 */
  connectionTimeout?: number
}

/** Starts the embedded PostgreSQL. It does not lock its folder, so the caller must allow only one process. */
export async function openPglite({
  folder,
  connectionTimeout = 2_000,
}: OpenPgliteOptions = {}): Promise<Database> {
  return wrapPglite(await PGlite.create({ dataDir: folder, extensions: { pg_trgm } }), connectionTimeout)
}

const mostWaiting = 100

/** A running PGlite as a {@link Database}. Closing the database closes it. */
function wrapPglite(lite: PGlite, connectionTimeout: number): Database {
  const pool = openPool({
    config: { ...createPgConfig(lite), max: 1 },
    lanes: createLanes({ connections: 1, patience: connectionTimeout, waiting: mostWaiting }),
  })
  return {
    ...pool,
    kind: 'pglite',
    bulk: pool.db,
    patient: pool.db,
    async listen(channel, heard) {
      const stop = lite.onNotification((notified, payload) => notified === channel && heard(payload))
      // Through the pool, so that it does not run inside another query's transaction.
      await sql`listen ${sql.id(channel)}`.execute(pool.db)
      return async () => stop()
    },
    async close() {
      await pool.close()
      await lite.close()
    },
  }
}
