import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from './database.ts'
import { createLanes, type LaneOptions } from './lanes.ts'
import { listenPostgres } from './listen-postgres.ts'
import { openPool } from './open-pool.ts'
import { createSockets } from './sockets.ts'

/** Settings of the connections to a server. */
export interface OpenPostgresOptions {
  /** The most connections for requests. Six more are for work that takes longer. @default 10 */
  connections?: number
  /** How long a query waits for a free connection, in ms. @default 2_000 */
  connectionTimeout?: number
  limits?: TimeLimits
  /** Whether statements are prepared by name, which older poolers cannot do. @default true */
  preparedStatements?: boolean
}

/** How long the database may take, in ms. */
export interface TimeLimits {
  /** A statement. The server ends it; a second later the connection is given up. @default 4_000 */
  statement?: number
  /** A statement over many rows. @default 30_000 */
  bulkStatement?: number
  /** Waiting for a lock. @default 2_000 */
  lock?: number
  /**
   * A transaction that waits for the backend. The server ends it, so that a frozen process doesn't keep its locks.
   * @default 4_000
   */
  idleInTransaction?: number
}

const noLimits = { statement_timeout: '0', lock_timeout: '0', idle_in_transaction_session_timeout: '0' }

const connectTimeout = 2_000
const closeTimeout = 2_000
const graceForServer = 1_000
const mostWaiting = 500
const bulkConnections = 4
const bulkLanes = { patience: 5_000, waiting: 20 }

/** Opens a database on a PostgreSQL server. */
export function openPostgres(url: string, options: OpenPostgresOptions = {}): Database {
  const { connections = 10, connectionTimeout = 2_000, preparedStatements } = options
  const {
    statement = 4_000,
    bulkStatement = 30_000,
    lock = 2_000,
    idleInTransaction = 4_000,
  } = options.limits ?? {}
  const sockets = createSockets()
  const common = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    stream: sockets.create,
  }
  const openLimited = (most: number, limit: number, lanes: Omit<LaneOptions, 'connections'>) =>
    openPool({
      config: { ...common, max: most, query_timeout: limit + graceForServer },
      lanes: createLanes({ connections: most, ...lanes }),
      settings: {
        statement_timeout: `${limit}`,
        lock_timeout: `${lock}`,
        idle_in_transaction_session_timeout: `${idleInTransaction}`,
      },
      preparedStatements,
    })
  const pool = openLimited(connections, statement, { patience: connectionTimeout, waiting: mostWaiting })
  const bulk = openLimited(bulkConnections, bulkStatement, bulkLanes)
  const patient = openPool({
    config: { ...common, max: 2, connectionTimeoutMillis: undefined },
    // A pooler that shares connections between transactions would give the settings to other clients.
    settings: preparedStatements === false ? {} : noLimits,
    preparedStatements: false,
  })
  return {
    ...pool,
    kind: 'postgres',
    bulk: bulk.db,
    patient: patient.db,
    listen: listenPostgres(url, sockets),
    async close() {
      const limit = pause(closeTimeout, undefined, { ref: false })
      await Promise.race([Promise.all([pool, bulk, patient].map(({ close }) => close())), limit])
      sockets.cut()
    },
  }
}
