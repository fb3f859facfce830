import { openPglite } from '../../../backend/node/database/open-pglite.ts'
import { storeSuite } from '../store-suite.ts'
import { openSqlStore } from './open-sql-store.ts'

storeSuite('PGlite', async () => openSqlStore(await openPglite({ connectionTimeout: 1_500 })))
