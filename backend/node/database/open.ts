import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type RawBuilder } from 'kysely'
import pg from 'pg'
import { StoreUnavailable } from '../../core/ports/store-unavailable.ts'
import type { Schema } from './schema.ts'

/** Runs a statement and returns its rows. */
export type Run = <Row>(statement: RawBuilder<Row>) => Promise<Row[]>

/** An open database: a PostgreSQL server, or the embedded one. */
export interface Database {
  kind: 'pglite' | 'postgres'
  /** Statements that are planned for their parameters, as lists and searches need it, and statements of your own. */
  db: Kysely<Schema>
  /**
   * Runs a statement that is prepared once for each connection, with one plan for all parameters. Planning costs more
   * than executing where a statement reads a few rows by their keys.
   */
  run: Run
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
  /** Waits for running queries, then closes every connection. */
  close(): Promise<void>
}

/** Settings of a pool. */
export interface PoolOptions extends pg.PoolConfig {
  /** Whether statements are prepared by name, which older poolers cannot do. @default true */
  preparedStatements?: boolean
  /** How many queries may wait for a connection. More are refused at once. @default no limit */
  mostWaiting?: number
}

const int8 = 20

/** Bigints are read as numbers, since our counters fit the 53 bits of a double. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === int8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
}

const names = new Map<string, string>()

/** The name that a statement is prepared by. */
function nameOf(text: string): string {
  const name =
    names.get(text) ?? `roster_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}

/** A prepared statement that the server or a pooler has forgotten, or whose tables have changed since. */
const isStale = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '26000' || error.code === '0A000')

/** Opens a pool as a {@link Database}. Both kinds use it, so that they share one dialect. */
export function openPool(kind: Database['kind'], options: PoolOptions): Omit<Database, 'listen'> {
  const { preparedStatements = true, mostWaiting = Number.POSITIVE_INFINITY, ...config } = options
  const pool = new pg.Pool({ ...config, types, pipeline: true })
  // Sent with the next query, on the same connection and in order, so that it costs no round trip.
  const planFor = (client: pg.PoolClient, parameters: 'any' | 'these') => {
    const mode = parameters === 'any' ? 'force_generic_plan' : 'auto'
    if (preparedStatements) client.query(`set plan_cache_mode = ${mode}`).catch(() => {})
  }
  // A lost connection fails the query that runs on it and is replaced for the next. Without listeners, the event would
  // end the process. The pool itself listens to idle connections only.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    planFor(client, 'any')
  })

  async function acquire(): Promise<pg.PoolClient> {
    if (pool.waitingCount >= mostWaiting)
      throw new StoreUnavailable('Too many queries wait for a connection.')
    return pool.connect()
  }

  async function connection<Result>(use: (run: Run) => Promise<Result>): Promise<Result> {
    const client = await acquire()
    let isBroken = false
    try {
      return await use(async (statement) => {
        const { sql: text, parameters } = statement.compile(db)
        const isPrepared = preparedStatements && parameters.length > 0
        return (
          await client.query({ text, values: [...parameters], ...(isPrepared && { name: nameOf(text) }) })
        ).rows
      })
    } catch (error) {
      const isRolledBack = await client.query('rollback').then(
        () => true,
        () => false,
      )
      isBroken = !isRolledBack || isStale(error)
      throw error
    } finally {
      client.release(isBroken)
    }
  }

  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: {
        async connect() {
          const client = await acquire()
          const release = client.release
          planFor(client, 'these')
          client.release = (error) => {
            planFor(client, 'any')
            release(error)
          }
          return client
        },
        end: () => pool.end(),
        options: pool.options,
      },
    }),
  })
  return {
    kind,
    db,
    run: (statement) => connection((run) => run(statement)),
    connection,
    close: () => db.destroy(),
  }
}
