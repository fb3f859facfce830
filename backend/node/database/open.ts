import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

/** An open database: a PostgreSQL server, or the embedded one. */
export interface Database {
  kind: 'pglite' | 'postgres'
  db: Kysely<Schema>
  /**
   * Calls `heard` for each notification on a channel, until the returned function is called or the connection is lost,
   * which calls `lost`. Rejects if the server has no LISTEN.
   */
  listen(channel: string, heard: (payload: string) => void, lost: () => void): Promise<() => Promise<void>>
  /** Waits for running queries, then closes every connection. */
  close(): Promise<void>
}

const int8 = 20

/** Bigints are read as numbers, since our counters fit the 53 bits of a double. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === int8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
}

/** Opens a pool as a {@link Database}. Both kinds use it, so that they share one dialect. */
export function openPool(kind: Database['kind'], config: pg.PoolConfig): Omit<Database, 'listen'> {
  const pool = new pg.Pool({ ...config, types })
  // A lost connection fails the query that runs on it and is replaced for the next. Without listeners, the event would
  // end the process. The pool itself listens to idle connections only.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { kind, db, close: () => db.destroy() }
}
