import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { sql } from 'kysely'
import { type Database, openPool } from './open.ts'

export interface OpenPgliteOptions {
  /** Where it keeps its files; in memory without one. */
  folder?: string
  /** How long a query waits for the one connection, in ms. @default 30_000 */
  patience?: number
}

/** Starts the embedded PostgreSQL. It has no lock of its own: one process a folder. */
export async function openPglite({ folder, patience = 30_000 }: OpenPgliteOptions = {}): Promise<Database> {
  return wrapPglite(await PGlite.create({ dataDir: folder, extensions: { pg_trgm } }), patience)
}

/** A running PGlite as a {@link Database}, which closes it. */
function wrapPglite(lite: PGlite, patience: number): Database {
  const pool = openPool('pglite', { ...createPgConfig(lite), max: 1, connectionTimeoutMillis: patience })
  return {
    ...pool,
    async listen(channel, heard) {
      const stop = lite.onNotification((told, payload) => told === channel && heard(payload))
      // By the pool, which keeps it out of another's transaction.
      await sql`listen ${sql.id(channel)}`.execute(pool.db)
      return async () => stop()
    },
    async close() {
      await pool.close()
      await lite.close()
    },
  }
}
