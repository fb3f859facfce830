import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

/** An open database: PostgreSQL on a server, or embedded. */
export interface Database {
  kind: 'pglite' | 'postgres'
  db: Kysely<Schema>
  /**
   * Hears what is notified on a channel, until `lost` is called or the answer. Rejects where the server has no LISTEN.
   */
  listen(channel: string, heard: (payload: string) => void, lost: () => void): Promise<() => Promise<void>>
  /** Waits for running queries, then lets go of every connection. */
  close(): Promise<void>
}

const int8 = 20

/** Counters fit a double's 53 bits, so that bigints are read as numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === int8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
}

/** Opens a pool as a {@link Database}; both kinds come through here, so that they speak one dialect. */
export function openPool(kind: Database['kind'], config: pg.PoolConfig): Omit<Database, 'listen'> {
  const pool = new pg.Pool({ ...config, types })
  // A lost connection fails what runs on it and is replaced at the next query; unheard, the event would end the
  // process. The pool hears its idle ones alone.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { kind, db, close: () => db.destroy() }
}
