import { listenPostgres } from './listen-postgres.ts'
import { type Database, openPool } from './open.ts'

/** Settings of the connections to a server. */
export interface OpenPostgresOptions {
  /** The most connections. @default 10 */
  connections?: number
  /** How long a query waits for a free connection, in ms. @default 10_000 */
  connectionTimeout?: number
}

/** Opens a database on a PostgreSQL server. */
export const openPostgres = (url: string, options: OpenPostgresOptions = {}): Database => ({
  ...openPool('postgres', {
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.connectionTimeout ?? 10_000,
    keepAlive: true,
  }),
  listen: listenPostgres(url),
})
