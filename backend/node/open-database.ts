import { join } from 'node:path'
import type { Config } from './config.ts'
import { migrate } from './database/migrate.ts'
import type { Database } from './database/open.ts'
import { openPglite } from './database/open-pglite.ts'
import { openPostgres } from './database/open-postgres.ts'

/** Opens the configured database, up to date. The embedded one must be locked by the caller. */
export async function openDatabase({ databaseUrl, dataFolder }: Config): Promise<Database> {
  const database = databaseUrl
    ? openPostgres(databaseUrl)
    : await openPglite({ folder: join(dataFolder, 'pglite') })
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
