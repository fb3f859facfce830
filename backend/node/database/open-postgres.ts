import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from './database.ts'
import { createLanes } from './lanes.ts'
import { listenPostgres } from './listen-postgres.ts'
import { openPool } from './open-pool.ts'
import { createSockets } from './sockets.ts'

/** Settings of the connections to a server. */
export interface OpenPostgresOptions {
  /** The most connections for requests. Two more serve what has no limits. @default 10 */
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
  /** Waiting for a lock. @default 2_000 */
  lock?: number
  /** A transaction that waits for us. The server ends it, so that a frozen instance lets go of its locks. @default 4_000 */
  idleInTransaction?: number
}

const noLimits = { statement_timeout: '0', lock_timeout: '0', idle_in_transaction_session_timeout: '0' }

const connectTimeout = 2_000
const closeTimeout = 2_000
const graceForServer = 1_000
const mostWaiting = 500

/** Opens a database on a PostgreSQL server. */
export function openPostgres(url: string, options: OpenPostgresOptions = {}): Database {
  const { connections = 10, connectionTimeout = 2_000, preparedStatements } = options
  const { statement = 4_000, lock = 2_000, idleInTransaction = 4_000 } = options.limits ?? {}
  const sockets = createSockets()
  const common = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    stream: sockets.create,
  }
  const pool = openPool({
    config: { ...common, max: connections, query_timeout: statement + graceForServer },
    lanes: createLanes({ connections, patience: connectionTimeout, waiting: mostWaiting }),
    settings: {
      statement_timeout: `${statement}`,
      lock_timeout: `${lock}`,
      idle_in_transaction_session_timeout: `${idleInTransaction}`,
    },
    preparedStatements,
  })
  const patient = openPool({
    config: { ...common, max: 2, connectionTimeoutMillis: undefined },
    // A pooler that shares connections between transactions would give the settings to other clients.
    settings: preparedStatements === false ? {} : noLimits,
    preparedStatements: false,
  })
  return {
    ...pool,
    kind: 'postgres',
    patient: patient.db,
    listen: listenPostgres(url, sockets),
    async close() {
      const limit = pause(closeTimeout, undefined, { ref: false })
      await Promise.race([Promise.all([pool.close(), patient.close()]), limit])
      sockets.cut()
    },
  }
}
