import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database, Run } from './database.ts'
import type { Lanes } from './lanes.ts'
import { isStale } from './passing.ts'
import { createPlanAge } from './plan-age.ts'
import type { Schema } from './schema.ts'

/** Settings of a pool. */
export interface PoolOptions {
  config: pg.PoolConfig
  /** The queue for its connections. @default the pool's own, in the order of arrival */
  lanes?: Lanes
  /** Settings of each new connection. */
  settings?: Record<string, string>
  /** Whether statements are prepared by name, which older poolers cannot do. @default true */
  preparedStatements?: boolean
}

const int8 = 20

/** Bigints are read as numbers, since our counters fit the 53 bits of a double. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === int8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
}

/**
 * The settings for statements that read a few rows by their keys: one plan for all parameters, which uses indexes. By
 * its estimates, the planner would rather read all of a small table, and keep that plan while the table grows.
 */
const byKeys = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
}
const planByKeys = Object.entries(byKeys)
  .map(([name, value]) => `set ${name} = ${value}`)
  .join(';')
const planForParameters = Object.keys(byKeys)
  .map((name) => `reset ${name}`)
  .join(';')

const names = new Map<string, string>()

/** The name that a statement is prepared by. */
function nameOf(text: string): string {
  const name =
    names.get(text) ?? `roster_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}

/**
 * Sends everything that is written to a connection before the next tick in one packet. The embedded database has no
 * packets.
 */
function createGather(client: pg.PoolClient): () => void {
  const stream = client instanceof pg.Client ? client.connection.stream : undefined
  let isGathering = false
  return () => {
    if (isGathering || !stream || !('cork' in stream)) return
    isGathering = true
    stream.cork()
    process.nextTick(() => {
      isGathering = false
      stream.uncork()
    })
  }
}

/** Opens a pool. Both kinds of databases use it, so that they share one dialect. */
export function openPool(
  options: PoolOptions,
): Pick<Database, 'db' | 'run' | 'planned' | 'connection' | 'close'> {
  const { config, lanes, settings = {}, preparedStatements = true } = options
  const pool = new pg.Pool({ ...config, types, pipeline: true })
  const initial = Object.entries(settings).map(([name, value]) => `set ${name} = ${value}`)
  // Sent with the next query, on the same connection and in order, so that it costs no round trip.
  const send = (client: pg.PoolClient, text: string) => void client.query(text).catch(() => {})
  const planFor = (client: pg.PoolClient, parameters: 'any' | 'these') => {
    if (preparedStatements) send(client, parameters === 'any' ? planByKeys : planForParameters)
  }
  const planAge = createPlanAge()
  // A lost connection fails the query that runs on it and is replaced for the next. Without listeners, the event would
  // end the process. The pool itself listens to idle connections only.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    if (initial.length > 0) send(client, initial.join(';'))
    planFor(client, 'any')
  })

  /** Waits for a connection. Releasing it also frees its place in the queue. */
  async function acquire(): Promise<pg.PoolClient> {
    const leave = await lanes?.enter()
    try {
      const client = await pool.connect()
      const { release } = client
      client.release = (error) => {
        release(error)
        leave?.()
      }
      return client
    } catch (error) {
      leave?.()
      throw error
    }
  }

  function queryOf(client: pg.PoolClient): Run {
    const gather = createGather(client)
    return async (statement) => {
      const { sql: text, parameters } = statement.compile(db)
      const isPrepared = preparedStatements && parameters.length > 0
      gather()
      const sent = client.query({ text, values: [...parameters], ...(isPrepared && { name: nameOf(text) }) })
      return (await sent).rows
    }
  }

  /** Sends the settings for a statement around it, in one packet. */
  function plannedOn(client: pg.PoolClient): Run {
    const gather = createGather(client)
    return async (statement) => {
      const { sql: text, parameters } = statement.compile(db)
      gather()
      planFor(client, 'these')
      const sent = client.query(text, [...parameters])
      planFor(client, 'any')
      return (await sent).rows
    }
  }

  async function withClient<Result>(use: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const client = await acquire()
    if (preparedStatements && planAge.isOver(client)) send(client, 'discard plans')
    let isBroken = false
    try {
      return await use(client)
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
          const { release } = client
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
    db,
    run: (statement) => withClient((client) => queryOf(client)(statement)),
    planned: (statement) => withClient((client) => plannedOn(client)(statement)),
    connection: (use) => withClient((client) => use(queryOf(client))),
    close: () => db.destroy(),
  }
}
