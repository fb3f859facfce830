import { sql } from 'kysely'
import type { NewCompany } from '../../core/ports/store.ts'
import type { Database } from '../database/database.ts'
import { insertCompany } from './insert-company.ts'

const many = 1_000

/** Creates a company with its roles, teams and first users, or leaves nothing. */
export async function createCompany({ patient }: Database, newCompany: NewCompany): Promise<void> {
  await patient.transaction().execute((transaction) => insertCompany(transaction, newCompany))
  // The embedded database has no autovacuum, and on a server it runs later than the first lists are loaded.
  if (newCompany.users.length >= many)
    await sql`vacuum analyze users, user_activity, team_members`.execute(patient)
}
