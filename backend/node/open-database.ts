import { join } from 'node:path'
import { sql } from 'kysely'
import { type Config, ConfigError } from './config.ts'
import type { Database } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import { openPglite } from './database/open-pglite.ts'
import { openPostgres } from './database/open-postgres.ts'

const messageOf = (error: unknown) =>
  (error instanceof Error && (error.message || ('code' in error && error.code))) || error

/** Runs a first query, so that a wrong address, name or password is reported as a mistake in the configuration. */
async function connect({ db }: Database): Promise<void> {
  try {
    await sql`select`.execute(db)
  } catch (error) {
    throw new ConfigError([`The database of DATABASE_URL cannot be opened: ${messageOf(error)}.`])
  }
}

/** Migrates a database on a server, which may belong to another program or be read-only for us. */
async function prepare(database: Database): Promise<void> {
  try {
    await migrate(database)
  } catch (error) {
    const mistake = `The database of DATABASE_URL cannot be migrated: ${messageOf(error)}. Use a database that only Roster uses.`
    throw new ConfigError([mistake])
  }
}

/** Opens the configured database and migrates it. The caller must have locked the folder of an embedded one. */
export async function openDatabase({
  databaseUrl,
  preparedStatements,
  dataFolder,
}: Config): Promise<Database> {
  const database = databaseUrl
    ? openPostgres(databaseUrl, { preparedStatements })
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
