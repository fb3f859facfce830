import { fold } from '../../../src/base/fold.ts'
import type { NewCompany, Store } from '../ports/store.ts'
import { compareBytes } from '../text/compare-bytes.ts'
import { auditOf } from './audit-of.ts'
import { changesSince } from './change-log.ts'
import { computedUsers, type UserSource } from './computed-users.ts'
import { countAdmins, countUsers } from './count-users.ts'
import { endSession } from './end-session.ts'
import { memoryExports } from './exports.ts'
import { memoryIdle } from './idle.ts'
import { firstIdlePolicy } from './idle-policy.ts'
import { memoryMail } from './invitation-mail.ts'
import { memoryInvitations } from './invitations.ts'
import { keptUsers } from './kept-users.ts'
import { lapse } from './lapse.ts'
import { listUsers } from './list-users.ts'
import { createMemoryCompany, type MemoryCompany } from './memory-company.ts'
import { memorySelections } from './selections.ts'
import { admit, admitAgain, isOutdated, reopen } from './sessions.ts'
import { toRecord } from './to-record.ts'
import { write } from './write.ts'

/** Settings of the memory store. */
export interface MemoryStoreOptions {
  /** Milliseconds since 1970. @default Date.now */
  clock?: () => number
  /** How long a minute of an idle logout policy lasts, in ms. @default 60_000 */
  idleMinute?: number
  /** Returns a number from 0 to 1. @default Math.random */
  random?: () => number
  /**
   * Returns a source for a new company whose users are computed when they are read, such as a million. The company's
   * own `users` are then those that differ from the source.
   */
  sourceOf?: (company: NewCompany) => UserSource | undefined
}

/** Creates a store that lives as long as its process, for tests, stories and mocks. */
export function createMemoryStore({
  clock = Date.now,
  sourceOf,
  idleMinute = 60_000,
  random = Math.random,
}: MemoryStoreOptions = {}): Store {
  const companies = new Map<string, MemoryCompany>()
  const now = () => new Date(clock())
  const find = (id: string) => {
    const company = companies.get(id)
    if (!company) throw new Error(`There is no company "${id}".`)
    return company
  }
  const store: Store = {
    kind: 'memory',
    async ping() {},
    now: async () => now(),
    async companiesOf(accountId) {
      const own = [...companies.values()].filter(({ users }) => users.member(accountId))
      const named = own.map(({ catalogue }) => ({ ...catalogue.company, key: fold(catalogue.company.name) }))
      const sorted = named.sort((a, b) => compareBytes(a.key, b.key) || compareBytes(a.id, b.id))
      return sorted.map(({ id, name }) => ({ id, name }))
    },
    async admit(companyId, signIn) {
      const company = companies.get(companyId)
      return company ? admit(company, signIn, now()) : null
    },
    async sessions(companyId, ids) {
      const company = companies.get(companyId)
      return company ? admitAgain(company, ids, now()) : new Map()
    },
    async reopen(companyId, signIn) {
      const company = companies.get(companyId)
      if (company) reopen(company, signIn, now())
    },
    async isOutdated(companyId, signIn) {
      const company = companies.get(companyId)
      return company ? isOutdated(company, signIn) : false
    },
    async endSession(companyId, sessionId, reason, by) {
      const company = companies.get(companyId)
      const session = company?.sessions.get(sessionId)
      return company && session ? endSession(company, session, reason, now(), by) : false
    },
    async users(companyId, listing) {
      const company = companies.get(companyId)
      const { offset } = listing.from
      return company ? listUsers(company, listing) : { users: [], offset, total: 0, revision: 0 }
    },
    async userIds(companyId, listing) {
      const { users, ...page } = await store.users(companyId, listing)
      return { ...page, ids: users.map(({ id }) => id) }
    },
    user: async (companyId, userId) => toRecord(companies.get(companyId)?.users.get(userId)),
    catalogue: async (companyId) => companies.get(companyId)?.catalogue ?? null,
    counts: async (companyId) => countUsers(find(companyId)),
    adminCount: async (companyId) => countAdmins(find(companyId)),
    async changes(companyId, since) {
      const company = find(companyId)
      lapse(company, now())
      return changesSince(company, since, now())
    },
    async audit(companyId, userId, limit) {
      const company = find(companyId)
      const isMember = toRecord(company.users.get(userId)) !== null
      return { isMember, entries: auditOf(company, { kind: 'users', id: userId }, limit) }
    },
    watch(companyId, listener) {
      const { watchers } = find(companyId)
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
    async write(companyId, intent, plan) {
      const company = find(companyId)
      const { revision } = company
      const written = write(company, intent, plan, now())
      if (company.revision > revision) for (const listener of company.watchers) listener()
      return written
    },
    knows: async (companyId, { id, fingerprint }) =>
      find(companyId).answers.get(id)?.fingerprint === fingerprint,
    selections: memorySelections(find, now),
    exports: memoryExports(find, now),
    idle: memoryIdle((id) => companies.get(id), now),
    invitations: memoryInvitations(companies, find, now),
    mail: memoryMail(companies, (...written) => store.write(...written), now, random),
    async createCompany(newCompany) {
      const { id } = newCompany.company
      if (companies.has(id)) throw new Error(`The company "${id}" already exists.`)
      const source = sourceOf?.(newCompany)
      const { users } = newCompany
      companies.set(
        id,
        createMemoryCompany(
          newCompany,
          source ? computedUsers(source, users) : keptUsers(users),
          firstIdlePolicy(idleMinute),
          now(),
        ),
      )
    },
    async close() {},
  }
  return store
}
