import { sql } from 'kysely'
import { fold } from '../../../src/base/fold.ts'
import type { EndReason } from '../../core/ports/records.ts'
import type { Store } from '../../core/ports/store.ts'
import type { Intent } from '../../core/ports/write.ts'
import { compareBytes } from '../../core/text/compare-bytes.ts'
import type { Database } from '../database/open.ts'
import { reachable } from '../database/reachable.ts'
import { type Admissions, createAdmissions } from './admissions.ts'
import { type CatalogueRow, catalogueColumns } from './catalogue-columns.ts'
import { type Catalogues, createCatalogues } from './catalogues.ts'
import { createChangeHints } from './change-hints.ts'
import { createCounts } from './counts.ts'
import { createCompany } from './create-company.ts'
import { createUserLists } from './list-users.ts'
import { readAudit } from './read-audit.ts'
import { readChanges } from './read-changes.ts'
import { toUser, type UserRow, userColumns, usersWithActivity } from './user-row.ts'
import { write } from './write.ts'

async function now({ run }: Database) {
  const [row] = await run(sql<{ now: Date }>`select roster_now() as now`)
  if (!row) throw new Error('The database did not return its time.')
  return row.now
}

async function companiesOf({ run }: Database, accountId: string) {
  const companies = await run(sql<{ id: string; name: string }>`
    select c.id, c.name from users u join companies c on c.id = u.company_id
    where u.account_id = ${accountId} and u.deleted_at is null`)
  return companies.toSorted((a, b) => compareBytes(fold(a.name), fold(b.name)) || compareBytes(a.id, b.id))
}

async function endSession({ run }: Database, companyId: string, sessionId: string, reason: EndReason) {
  const ended = await run(sql`
    update sessions set ended_at = (select roster_now()), end_reason = ${reason}
    where company_id = ${companyId} and id = ${sessionId} and ended_at is null returning id`)
  return ended.length > 0
}

async function user({ run }: Database, companyId: string, userId: string) {
  const [row] = await run(sql<UserRow>`
    select ${userColumns} from ${usersWithActivity}
    where u.company_id = ${companyId} and u.id = ${userId} and u.deleted_at is null`)
  return row ? toUser(row) : null
}

async function catalogue({ run }: Database, catalogues: Catalogues, companyId: string) {
  const known = catalogues.find(companyId)
  const [row] = await run(sql<CatalogueRow>`
    select ${catalogueColumns(known?.revision)} from companies c where c.id = ${companyId}`)
  return row ? catalogues.read(row, known) : null
}

async function knows({ run }: Database, companyId: string, intent: Pick<Intent, 'id' | 'fingerprint'>) {
  const rows = await run(sql`
    select from intents
    where company_id = ${companyId} and id = ${intent.id} and fingerprint = ${intent.fingerprint}`)
  return rows.length > 0
}

/** A store that can also admit a sign-in by its secret, as the cookie identity does. */
export type SqlStore = Store & Pick<Admissions, 'admitBySecret'>

/** Creates the store over a migrated database, embedded or on a server. */
export function createSqlStore(database: Database): SqlStore {
  const catalogues = createCatalogues()
  const { users, userIds } = createUserLists(database)
  const { counts, adminCount } = createCounts(database)
  const hints = createChangeHints(database)
  const { admit, admitBySecret, reopen, isOutdated } = createAdmissions(database, catalogues)
  return {
    kind: database.kind,
    ping: async () => void (await reachable(now(database))),
    now: () => reachable(now(database)),
    companiesOf: (accountId) => reachable(companiesOf(database, accountId)),
    admit: (companyId, signIn) => reachable(admit(companyId, signIn)),
    admitBySecret: (companyId, hash) => reachable(admitBySecret(companyId, hash)),
    reopen: (companyId, signIn) => reachable(reopen(companyId, signIn)),
    isOutdated: (companyId, signIn) => reachable(isOutdated(companyId, signIn)),
    endSession: (companyId, id, reason) => reachable(endSession(database, companyId, id, reason)),
    users: (companyId, listing) => reachable(users(companyId, listing)),
    userIds: (companyId, listing) => reachable(userIds(companyId, listing)),
    user: (companyId, id) => reachable(user(database, companyId, id)),
    catalogue: (companyId) => reachable(catalogue(database, catalogues, companyId)),
    counts: (companyId) => reachable(counts(companyId)),
    adminCount: (companyId, usersRevision) => reachable(adminCount(companyId, usersRevision)),
    changes: (companyId, since) => reachable(readChanges(database, companyId, since)),
    watch: hints.watch,
    audit: (companyId, userId, limit) => reachable(readAudit(database, companyId, userId, limit)),
    write: (companyId, intent, plan) => reachable(write(database, catalogues, companyId, intent, plan)),
    knows: (companyId, intent) => reachable(knows(database, companyId, intent)),
    createCompany: (newCompany) => reachable(createCompany(database, newCompany)),
    async close() {
      await hints.close()
      await database.close()
    },
  }
}
