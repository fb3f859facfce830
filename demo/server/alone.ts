import { sql } from 'kysely'
import type { Database } from '../../backend/node/database/database.ts'

const lock = 1_204

/** Runs work while no other demo on the same database runs it. An embedded database has only one process. */
export async function alone(database: Database, work: () => Promise<void>): Promise<void> {
  if (database.kind === 'pglite') return work()
  await database.patient.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lock})`.execute(connection)
    try {
      await work()
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection)
    }
  })
}
