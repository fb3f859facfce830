import { migrate } from '../../../backend/node/database/migrate.ts'
import type { Database } from '../../../backend/node/database/open.ts'
import { openPglite } from '../../../backend/node/database/open-pglite.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { storeSuite } from '../store-suite.ts'
import { moveClock } from './move-clock.ts'
import { createPostgres } from './test-postgres.ts'

async function opened(database: Database) {
  await migrate(database)
  const store = createSqlStore(database)
  return { store, advance: moveClock(database), close: () => store.close() }
}

// Waiting shorter than the tests do, so that a query outside of its own transaction fails.
storeSuite('PGlite', async () => opened(await openPglite({ patience: 1_500 })))
storeSuite('PostgreSQL', async () => opened(openPostgres(await createPostgres(), { patience: 5_000 })))
