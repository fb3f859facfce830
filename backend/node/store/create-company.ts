import { sql } from 'kysely'
import type { NewCompany } from '../../core/ports/store.ts'
import type { Database } from '../database/open.ts'
import { insertCompany } from './insert-company.ts'

const many = 1_000

/** Creates a company with its roles, teams and first users, or leaves nothing. */
export async function createCompany({ db }: Database, newCompany: NewCompany): Promise<void> {
  await db.transaction().execute((transaction) => insertCompany(transaction, newCompany))
  // The embedded database has no autovacuum, and a server's comes later than the first lists.
  if (newCompany.users.length >= many)
    await sql`vacuum analyze users, user_activity, team_members`.execute(db)
}
