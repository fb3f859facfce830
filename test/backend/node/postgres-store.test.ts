import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { storeSuite } from '../store-suite.ts'
import { openSqlStore } from './open-sql-store.ts'
import { createPostgres } from './test-postgres.ts'

storeSuite('PostgreSQL', async () =>
  openSqlStore(openPostgres(await createPostgres(), { connectionTimeout: 5_000 })),
)
