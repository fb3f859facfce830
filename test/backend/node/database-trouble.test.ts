import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBackend } from '../../../backend/core/create-backend.ts'
import type { Identity, SignInRef } from '../../../backend/core/ports/identity.ts'
import { type OpenPostgresOptions, openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createHealth } from '../../../backend/node/health.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { aCompany } from '../suite/a-company.ts'
import { moveClock } from './move-clock.ts'
import { startProxy } from './start-proxy.ts'
import { createPostgres } from './test-postgres.ts'

const quick: OpenPostgresOptions = {
  connections: 4,
  connectionTimeout: 400,
  limits: { statement: 600, lock: 300, idleInTransaction: 500 },
}

/** A backend on a database, whose account is in the header, and an operator at the same database. */
async function aBackendOn(url: string, operatorUrl = url, options = quick) {
  const database = openPostgres(url, options)
  const store = createSqlStore(database)
  const operator = new pg.Client(operatorUrl)
  operator.on('error', () => {})
  await operator.connect()
  onTestFinished(async () => {
    await operator.end()
    await store.close()
  })
  const expiry = { at: new Date('2100-01-01T00:00:00Z') }
  const signInOf = (accountId: string): SignInRef => ({
    id: `s-${accountId}`,
    accountId,
    authenticatedAt: new Date('2026-01-05T08:00:00Z'),
    expiresAt: expiry.at,
  })
  const identity: Identity = {
    async authenticate({ headers }) {
      const id = headers.get('authorization') ?? ''
      return { account: { id, name: id, email: `${id}@trouble.example` }, signIn: signInOf(id) }
    },
    async endSignIns() {},
  }
  const backend = createBackend({ store, identity })
  const companies = ['a', 'b'].map((name) =>
    aCompany([{ id: 'u1', roleId: 'admin', accountId: name }, { id: 'u2' }]),
  )
  const ask = async (company: number, path: string, init: RequestInit = {}) => {
    const id = companies[company]?.company.id ?? ''
    const headers = {
      Authorization: company === 0 ? 'a' : 'b',
      'Roster-Company': id,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      ...init.headers,
    }
    const begun = performance.now()
    const response = await backend.fetch(new Request(`http://trouble.test/v1${path}`, { ...init, headers }))
    const text = await response.text()
    return {
      status: response.status,
      code: text ? JSON.parse(text).code : undefined,
      retryAfter: Number(response.headers.get('retry-after')),
      ms: performance.now() - begun,
    }
  }
  return {
    ask,
    database,
    store,
    operator,
    expiry,
    isHealthy: createHealth(store),
    companyOf: (company: number) => companies[company]?.company.id ?? '',
    found: async () => {
      for (const company of companies) await store.createCompany(company)
      for (const company of [0, 1]) expect(await ask(company, '/session')).toMatchObject({ status: 200 })
    },
    read: (company = 0) => ask(company, '/session'),
    write: (company = 0) =>
      ask(company, '/users/u2/teams', {
        method: 'PATCH',
        body: JSON.stringify({ add: ['night'], remove: [] }),
      }),
  }
}

/** The most connections that wait for a lock at once until something is over. A transaction has to clear what it saw. */
async function mostLockWaits(operator: pg.Client, during: Promise<unknown>): Promise<number> {
  let isOver = false
  const over = during.finally(() => {
    isOver = true
  })
  let most = 0
  while (!isOver) {
    await operator.query('select pg_stat_clear_snapshot()')
    const { rows } = await operator.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    )
    most = Math.max(most, rows.length)
  }
  await over
  return most
}

const served = { status: 200 }
const unavailable = { status: 503, code: 'unavailable' }

describe('a database in trouble', () => {
  it('that is paused makes requests unavailable within seconds, and serves them again afterwards', async () => {
    const url = await createPostgres()
    const proxy = await startProxy(url)
    const { found, read, write, isHealthy } = await aBackendOn(proxy.url, url)
    await found()
    proxy.freeze()
    for (const answer of await Promise.all([
      read(),
      write(),
      read(1),
      ...Array.from({ length: 20 }, () => read(1)),
    ])) {
      expect(answer).toMatchObject(unavailable)
      expect(answer.retryAfter).toBeGreaterThan(0)
      expect(answer.ms).toBeLessThan(6_000)
    }
    expect(await isHealthy()).toBe(false)
    proxy.thaw()
    await expect.poll(async () => (await read()).status).toBe(200)
    expect(await write()).toMatchObject(served)
    expect(await isHealthy()).toBe(true)
  })

  it('that closes its connections gets reads and writes again on new ones', async () => {
    const { found, read, write, operator } = await aBackendOn(await createPostgres())
    await found()
    await Promise.all([read(), read(1), write(), write(1)])
    await operator.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    const answers = await Promise.all([read(), write(), read(1), write(1)])
    expect(answers).toMatchObject([served, served, served, served])
  })

  it('that only reads still serves reads whose minute is due, and refuses writes as unavailable', async () => {
    const { found, ask, read, write, operator, database, expiry } = await aBackendOn(await createPostgres())
    await found()
    await moveClock(database)(120_000)
    const { rows } = await operator.query<{ name: string }>('select current_database() as name')
    await operator.query(`alter database ${rows[0]?.name} set default_transaction_read_only = on`)
    await operator.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    expect(await read()).toMatchObject(served)
    // The activity that a request carries can't be stored. The request is served anyway.
    expect(await ask(0, '/users', { headers: { 'X-Activity-Age': '5' } })).toMatchObject(served)
    expect(await write()).toMatchObject(unavailable)
    expiry.at = new Date('2026-01-06T08:00:00Z')
    expect(await read()).toMatchObject({ status: 401, code: 'session_expired' })
  })

  it('where a session is locked serves a read whose minute is due at once', async () => {
    const { found, read, operator, database, companyOf } = await aBackendOn(await createPostgres())
    await found()
    await moveClock(database)(120_000)
    await operator.query('begin')
    await operator.query('select from sessions where company_id = $1 for update', [companyOf(0)])
    await operator.query('select from user_activity where company_id = $1 for update', [companyOf(0)])
    const reading = read()
    expect(await mostLockWaits(operator, reading)).toBe(0)
    expect(await reading).toMatchObject(served)
    await operator.query('rollback')
  })

  it('where one company is locked makes only the writes of that company unavailable', async () => {
    const { found, read, write, operator, companyOf, isHealthy } = await aBackendOn(await createPostgres())
    await found()
    await operator.query('begin')
    await operator.query('select from companies where id = $1 for update', [companyOf(0)])
    const locked = Promise.all(Array.from({ length: 8 }, () => write()))
    const waiting = mostLockWaits(operator, locked)
    expect(await Promise.all([read(), read(1), write(1)])).toMatchObject([served, served, served])
    expect(await isHealthy()).toBe(true)
    for (const answer of await locked) expect(answer).toMatchObject(unavailable)
    // The others wait without a connection.
    expect(await waiting).toBe(1)
    await operator.query('rollback')
    expect(await write()).toMatchObject(served)
  })

  it('takes the lock from an instance that froze while it held it', async () => {
    const url = await createPostgres()
    const proxy = await startProxy(url)
    const frozen = createSqlStore(openPostgres(proxy.url, quick))
    const { found, write, companyOf } = await aBackendOn(url)
    await found()
    const intent = { id: 'i', fingerprint: 'f', actor: { kind: 'system', id: 's' }, requestId: 'r' } as const
    const lost = frozen.write(companyOf(0), intent, {
      userIds: ['u2'],
      decide() {
        proxy.freeze()
        return { changes: [], audit: [], answer: null }
      },
    })
    lost.catch(() => {})
    await expect.poll(async () => (await write()).status).toBe(200)
    await expect(lost).rejects.toMatchObject({ name: 'StoreUnavailable' })
    await frozen.close()
  })

  it('has limits for requests, and none for migrations and new companies', async () => {
    const { database, operator } = await aBackendOn(await createPostgres())
    const settings = sql<{ all: string }>`
      select concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'),
        current_setting('idle_in_transaction_session_timeout')) as all`
    expect(await database.run(settings)).toEqual([{ all: '600ms 300ms 500ms' }])
    expect((await settings.execute(database.db)).rows).toEqual([{ all: '600ms 300ms 500ms' }])
    expect((await settings.execute(database.bulk)).rows).toEqual([{ all: '30s 300ms 500ms' }])
    const { rows } = await operator.query<{ name: string }>('select current_database() as name')
    await operator.query(`alter database ${rows[0]?.name} set statement_timeout = '1s'`)
    expect((await settings.execute(database.patient)).rows).toEqual([{ all: '0 0 0' }])
  })

  it('ends a statement that takes too long', async () => {
    const { database } = await aBackendOn(await createPostgres())
    const slow = sql`select pg_sleep(30)`
    await expect(database.run(slow)).rejects.toMatchObject({ code: '57014' })
    await expect(slow.execute(database.db)).rejects.toMatchObject({ code: '57014' })
  })

  it('that does not respond does not keep a store from closing', async () => {
    const url = await createPostgres()
    const proxy = await startProxy(url)
    const store = createSqlStore(openPostgres(proxy.url))
    await store.ping()
    store.watch('c', () => {})
    proxy.freeze()
    const asked = expect(store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable' })
    const begun = performance.now()
    await store.close()
    expect(performance.now() - begun).toBeLessThan(5_000)
    await asked
  })
})
