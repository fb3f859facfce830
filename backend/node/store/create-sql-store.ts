import { sql } from 'kysely'
import { fold } from '../../../src/base/fold.ts'
import type { EndReason } from '../../core/ports/records.ts'
import type { Store } from '../../core/ports/store.ts'
import { compareBytes } from '../../core/text/compare-bytes.ts'
import type { Database } from '../database/open.ts'
import { reachable } from '../database/reachable.ts'
import { admit, isOutdated, reopen } from './admit.ts'
import { type CatalogueRow, catalogueColumns, toCatalogue } from './catalogue-columns.ts'
import { createChangeHints } from './change-hints.ts'
import { createCounts } from './counts.ts'
import { createCompany } from './create-company.ts'
import { createUserLists } from './list-users.ts'
import { readAudit } from './read-audit.ts'
import { readChanges } from './read-changes.ts'
import { toUser, type UserRow, userColumns, usersWithActivity } from './user-row.ts'
import { write } from './write.ts'

async function now({ db }: Database) {
  const { rows } = await sql<{ now: Date }>`select roster_now() as now`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The database did not tell the time.')
  return row.now
}

async function companiesOf({ db }: Database, accountId: string) {
  const companies = await db
    .selectFrom('users')
    .innerJoin('companies', 'companies.id', 'users.company_id')
    .select(['companies.id', 'companies.name'])
    .where('users.account_id', '=', accountId)
    .where('users.deleted_at', 'is', null)
    .execute()
  return companies.toSorted((a, b) => compareBytes(fold(a.name), fold(b.name)) || compareBytes(a.id, b.id))
}

async function endSession({ db }: Database, companyId: string, sessionId: string, reason: EndReason) {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ ended_at: sql`roster_now()`, end_reason: reason })
    .where('company_id', '=', companyId)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function user({ db }: Database, companyId: string, userId: string) {
  const { rows } = await sql<UserRow>`
    select ${userColumns} from ${usersWithActivity}
    where u.company_id = ${companyId} and u.id = ${userId} and u.deleted_at is null
  `.execute(db)
  return rows[0] ? toUser(rows[0]) : null
}

async function catalogue({ db }: Database, companyId: string) {
  const { rows } = await sql<CatalogueRow>`
    select ${catalogueColumns} from companies c where c.id = ${companyId}
  `.execute(db)
  return rows[0] ? toCatalogue(rows[0]) : null
}

async function knows({ db }: Database, companyId: string, intentId: string) {
  const intent = await db
    .selectFrom('intents')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', '=', intentId)
    .executeTakeFirst()
  return intent !== undefined
}

/** The store over a migrated database, embedded or on a server. */
export function createSqlStore(database: Database): Store {
  const users = createUserLists(database)
  const counts = createCounts(database)
  const hints = createChangeHints(database)
  return {
    kind: database.kind,
    ping: async () => void (await reachable(now(database))),
    now: () => reachable(now(database)),
    companiesOf: (accountId) => reachable(companiesOf(database, accountId)),
    admit: (companyId, signIn) => reachable(admit(database, companyId, signIn)),
    reopen: (companyId, signIn) => reachable(reopen(database, companyId, signIn)),
    isOutdated: (companyId, signIn) => reachable(isOutdated(database, companyId, signIn)),
    endSession: (companyId, id, reason) => reachable(endSession(database, companyId, id, reason)),
    users: (companyId, listing) => reachable(users(companyId, listing)),
    user: (companyId, id) => reachable(user(database, companyId, id)),
    catalogue: (companyId) => reachable(catalogue(database, companyId)),
    counts: (companyId) => reachable(counts(companyId)),
    changes: (companyId, since) => reachable(readChanges(database, companyId, since)),
    watch: hints.watch,
    audit: (companyId, userId, limit) => reachable(readAudit(database, companyId, userId, limit)),
    write: (companyId, intent, plan) => reachable(write(database, companyId, intent, plan)),
    knows: (companyId, intentId) => reachable(knows(database, companyId, intentId)),
    createCompany: (newCompany) => reachable(createCompany(database, newCompany)),
    async close() {
      await hints.close()
      await database.close()
    },
  }
}
