import type { Database } from '../../../backend/node/database/database.ts'
import { migrate } from '../../../backend/node/database/migrate.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import type { OpenStore } from '../store-suite.ts'
import { moveClock } from './move-clock.ts'

/** A store over a database, for the suite. Databases wait shorter than tests do, so that a query outside of its transaction fails. */
export async function openSqlStore(database: Database): Promise<OpenStore> {
  await migrate(database)
  const store = createSqlStore(database)
  return { store, advance: moveClock(database), close: () => store.close() }
}
