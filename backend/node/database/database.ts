import type { Kysely, RawBuilder } from 'kysely'
import type { Schema } from './schema.ts'

/** Runs a statement and returns its rows. */
export type Run = <Row>(statement: RawBuilder<Row>) => Promise<Row[]>

/** An open database: a PostgreSQL server, or the embedded one. */
export interface Database {
  kind: 'pglite' | 'postgres'
  /** For your own statements. They are planned for their parameters. */
  db: Kysely<Schema>
  /**
   * For statements over many rows, such as those of an export. Each may take half a minute, on separate connections.
   */
  bulk: Kysely<Schema>
  /**
   * Statements without limits of time, on separate connections: migrations, and new companies with many users. The
   * embedded database has one connection for everything.
   */
  patient: Kysely<Schema>
  /**
   * Runs a statement that is prepared once for each connection, with one plan for all parameters. If a statement reads
   * a few rows by their keys, planning costs more than executing it.
   */
  run: Run
  /** Runs a statement that is planned for its parameters, as lists and searches need it. */
  planned: Run
  /**
   * Gives a function one connection. Statements that it sends without waiting for each other are sent together. If it
   * throws, its open transaction is rolled back.
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
