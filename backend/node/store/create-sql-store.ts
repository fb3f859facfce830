import { sql } from 'kysely'
import { fold } from '../../../src/base/fold.ts'
import type { SessionActor } from '../../core/ports/idle.ts'
import type { EndReason } from '../../core/ports/records.ts'
import type { Store } from '../../core/ports/store.ts'
import type { Intent } from '../../core/ports/write.ts'
import { compareBytes } from '../../core/text/compare-bytes.ts'
import type { Database } from '../database/database.ts'
import { reachable, repeatable } from '../database/reachable.ts'
import { type Admissions, createAdmissions } from './admissions.ts'
import { type CatalogueRow, catalogueColumns } from './catalogue-columns.ts'
import { type Catalogues, createCatalogues } from './catalogues.ts'
import { createChangeHints } from './change-hints.ts'
import { createCounts } from './counts.ts'
import { createCompany } from './create-company.ts'
import { endSessions } from './end-sessions.ts'
import { createExports } from './exports.ts'
import { createIdle } from './idle.ts'
import { eachInCompany, inCompany } from './in-company.ts'
import { createInvitationMail } from './invitation-mail.ts'
import { createInvitations } from './invitations.ts'
import { createUserLists } from './list-users.ts'
import { readAudit } from './read-audit.ts'
import { readChanges } from './read-changes.ts'
import { readSessions } from './read-sessions.ts'
import { createSeats } from './seats.ts'
import { createSelections } from './selections.ts'
import { toUser, type UserRow, userColumns, usersWithActivity } from './user-row.ts'
import { write } from './write.ts'
import { createWriteOrder } from './write-order.ts'

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

const endSession = async (
  { run }: Database,
  companyId: string,
  sessionId: string,
  reason: EndReason,
  by?: SessionActor,
) => (await endSessions(run, companyId, { where: sql`s.id = ${sessionId}`, reason }, by)) > 0

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

/** Settings of a store. */
export interface SqlStoreOptions {
  /** How long a minute of an idle logout policy lasts, in ms. @default 60_000 */
  idleMinute?: number
  /** Returns a number from 0 to 1. @default Math.random */
  random?: () => number
}

/** The health check waits for its turn like a company. */
const ofHealth = ''

/** Creates the store over a migrated database, embedded or on a server. */
export function createSqlStore(
  database: Database,
  { idleMinute = 60_000, random = Math.random }: SqlStoreOptions = {},
): SqlStore {
  const catalogues = createCatalogues()
  const seats = createSeats()
  const { users, userIds } = createUserLists(database)
  const { counts, adminCount } = createCounts(database)
  const hints = createChangeHints(database)
  const inOrder = createWriteOrder()
  const { admit, admitBySecret, reopen, isOutdated } = createAdmissions(
    database,
    catalogues,
    inOrder,
    idleMinute,
  )
  const writeInOrder: Store['write'] = (id, intent, plan) =>
    inCompany(id, () => inOrder(id, () => write(database, catalogues, seats, idleMinute, id, intent, plan)))
  const { lapse, ...invitations } = createInvitations(database, seats)
  return {
    kind: database.kind,
    ping: async () => void (await inCompany(ofHealth, () => now(database))),
    now: () => repeatable(() => now(database)),
    companiesOf: (accountId) => inCompany(`account ${accountId}`, () => companiesOf(database, accountId)),
    admit: (id, signIn) => inCompany(id, () => admit(id, signIn)),
    admitBySecret: (id, hash) => repeatable(() => admitBySecret(id, hash)),
    sessions: (id, ids) => inCompany(id, () => readSessions(database, catalogues, idleMinute, id, ids)),
    reopen: (id, signIn) => inCompany(id, () => reopen(id, signIn)),
    isOutdated: (id, signIn) => inCompany(id, () => isOutdated(id, signIn)),
    endSession: (id, sessionId, reason, by) =>
      inCompany(id, () => endSession(database, id, sessionId, reason, by)),
    users: (id, listing) => inCompany(id, () => users(id, listing)),
    userIds: (id, listing) => inCompany(id, () => userIds(id, listing)),
    user: (id, userId) => inCompany(id, () => user(database, id, userId)),
    catalogue: (id) => inCompany(id, () => catalogue(database, catalogues, id)),
    counts: (id) => inCompany(id, () => counts(id)),
    adminCount: (id, usersRevision) => inCompany(id, () => adminCount(id, usersRevision)),
    changes: (id, since) => inCompany(id, () => readChanges(database, id, since)),
    watch: hints.watch,
    idle: eachInCompany(createIdle(database, idleMinute)),
    audit: (id, userId, limit) =>
      inCompany(id, async () => {
        const { isKnown, entries } = await readAudit(database, id, { kind: 'users', id: userId }, limit)
        return { isMember: isKnown, entries }
      }),
    write: writeInOrder,
    knows: (id, intent) => inCompany(id, () => knows(database, id, intent)),
    selections: eachInCompany(createSelections(database)),
    exports: eachInCompany(createExports(database)),
    invitations: { ...eachInCompany(invitations), lapse: () => reachable(lapse()) },
    mail: createInvitationMail(database, writeInOrder, random),
    createCompany: (newCompany) => reachable(createCompany(database, newCompany)),
    async close() {
      // At the same time, since closing the database ends what the hints wait for.
      await Promise.all([hints.close(), database.close()])
    },
  }
}
