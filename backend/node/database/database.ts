import type { Kysely, RawBuilder } from 'kysely'
import type { Schema } from './schema.ts'

/** Runs a statement and returns its rows. */
export type Run = <Row>(statement: RawBuilder<Row>) => Promise<Row[]>

/** An open database: a PostgreSQL server, or the embedded one. */
export interface Database {
  kind: 'pglite' | 'postgres'
  /** For statements of your own. They are planned for their parameters. */
  db: Kysely<Schema>
  /** Statements over many rows, as of an export: with half a minute each, on connections of their own. */
  bulk: Kysely<Schema>
  /**
   * Statements without limits of time, on connections of their own: migrations, and new companies with many users. The
   * embedded database has one connection for everything.
   */
  patient: Kysely<Schema>
  /**
   * Runs a statement that is prepared once for each connection, with one plan for all parameters. Planning costs more
   * than executing where a statement reads a few rows by their keys.
   */
  run: Run
  /** Runs a statement that is planned for its parameters, as lists and searches need it. */
  planned: Run
  /**
   * Gives a function one connection. Statements that it sends without waiting for one another travel together. If it
   * throws, what it began is rolled back.
   */
  connection<Result>(use: (run: Run) => Promise<Result>): Promise<Result>
  /**
   * Calls `heard` for each notification on a channel, until the returned function is called or the connection is lost,
   * which calls `lost`. Rejects if the server has no LISTEN.
   */
  listen(channel: string, heard: (payload: string) => void, lost: () => void): Promise<() => Promise<void>>
  /** Waits for running queries, then closes every connection. Connections to a server are cut if they take too long. */
  close(): Promise<void>
}
