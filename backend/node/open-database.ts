import { join } from 'node:path'
import { sql } from 'kysely'
import { type Config, ConfigError } from './config.ts'
import { migrate } from './database/migrate.ts'
import type { Database } from './database/open.ts'
import { openPglite } from './database/open-pglite.ts'
import { openPostgres } from './database/open-postgres.ts'

const toldBy = (error: unknown) =>
  (error instanceof Error && (error.message || ('code' in error && error.code))) || error

/** The first question tells a wrong address, name or password apart from a fault of ours. */
async function connect({ db }: Database): Promise<void> {
  try {
    await sql`select`.execute(db)
  } catch (error) {
    throw new ConfigError([`The database of DATABASE_URL cannot be opened: ${toldBy(error)}.`])
  }
}

/** A server's database may be another program's, or be ours to read alone. */
async function prepare(database: Database): Promise<void> {
  try {
    await migrate(database)
  } catch (error) {
    const mistake = `The database of DATABASE_URL cannot be prepared: ${toldBy(error)}. It must be Roster's own.`
    throw new ConfigError([mistake])
  }
}

/** Opens the configured database, up to date. The embedded one must be locked by the caller. */
export async function openDatabase({ databaseUrl, dataFolder }: Config): Promise<Database> {
  const database = databaseUrl
    ? openPostgres(databaseUrl)
    : await openPglite({ folder: join(dataFolder, 'pglite') })
  try {
    if (databaseUrl) {
      await connect(database)
      await prepare(database)
    } else await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
