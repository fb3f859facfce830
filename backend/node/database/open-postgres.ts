import { listenPostgres } from './listen-postgres.ts'
import { type Database, openPool } from './open.ts'

export interface OpenPostgresOptions {
  /** @default 10 */
  connections?: number
  /** How long a query waits for a free connection, in ms. @default 10_000 */
  patience?: number
}

/** Opens a PostgreSQL server by its address. */
export const openPostgres = (url: string, options: OpenPostgresOptions = {}): Database => ({
  ...openPool('postgres', {
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.patience ?? 10_000,
    keepAlive: true,
  }),
  listen: listenPostgres(url),
})
