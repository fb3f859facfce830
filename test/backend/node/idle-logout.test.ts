import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { endIdleSessions } from '../../../backend/node/sweeping/end-idle-sessions.ts'
import { aHost } from '../suite/a-host.ts'
import { moveClock } from './move-clock.ts'
import { createPostgres } from './test-postgres.ts'

const minute = 60_000

const tenMinutes = { enabled: true, timeoutMinutes: 10, allowHold: false }

/** In test:deep all of them. */
const heartbeats = Number(process.env.ROSTER_LATE_HEARTBEATS ?? 20)

/** Two instances on one PostgreSQL, and a company that logs out after ten minutes. */
async function twoInstances() {
  const url = await createPostgres()
  const databases = [openPostgres(url), openPostgres(url)] as const
  const stores = [createSqlStore(databases[0]), createSqlStore(databases[1])] as const
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.close()))
  })
  const advance = moveClock(databases[0])
  const opened = { store: stores[0], advance, close: async () => {} }
  const one = await aHost(opened, [{ id: 'boss', roleId: 'admin' }, { id: 'ann' }, { id: 'ben' }])
  const { company } = one
  const two = await one.besides(stores[1])
  await one.ask('GET', '/session', { as: 'ann' })
  await one.ask('PUT', '/idle-logout', { body: tenMinutes, version: '0' })
  const entries = async (action: string) => {
    const { rows } = await sql<{ target_id: string; after: unknown }>`
      select target_id, after from audit where company_id = ${company} and action = ${action}`.execute(
      databases[0].db,
    )
    return rows
  }
  return { url, one, two, databases, stores, advance, entries, company }
}

it('activity at one instance keeps the session alive at the other, and an end at one ends it at both', async () => {
  const { one, two, advance, entries } = await twoInstances()
  await advance(9 * minute)
  await one.ask('POST', '/session/activity', { as: 'ann', body: { ageMs: 0 } })
  await advance(9 * minute)
  expect((await two.ask('GET', '/session', { as: 'ann' })).status).toBe(200)
  await advance(2 * minute)
  const late = await Promise.all(
    Array.from({ length: 12 }, (_, index) => (index % 2 ? one : two).ask('GET', '/session', { as: 'ann' })),
  )
  expect(late.map(({ status }) => status)).toEqual(Array(12).fill(401))
  expect(await entries('end_session')).toEqual([{ target_id: 'ann', after: { reason: 'idle' } }])
})

it(`${heartbeats} late heartbeats at two instances all fail, and the end is audited once`, async () => {
  const { one, two, advance, entries } = await twoInstances()
  await advance(10 * minute + 11_000)
  const late = await Promise.all(
    Array.from({ length: heartbeats }, (_, index) =>
      (index % 2 ? one : two).ask('POST', '/session/activity', { as: 'ann', body: { ageMs: 0 } }),
    ),
  )
  const isRefused = ({ status }: { status: number }) => status === 401 || status === 429
  expect(late.filter(isRefused)).toHaveLength(heartbeats)
  expect(await entries('end_session')).toHaveLength(1)
})

it('sessions whose pages are all closed are ended by the sweeper, once for two instances', async () => {
  const { one, two, databases, advance, entries } = await twoInstances()
  await two.ask('GET', '/session', { as: 'ben' })
  await advance(9 * minute)
  await one.ask('POST', '/session/activity', { as: 'boss', body: { ageMs: 0 } })
  expect(await endIdleSessions(databases[0])).toBe(0)
  await advance(minute + 11_000)
  const ended = await Promise.all(databases.map((database) => endIdleSessions(database)))
  expect(ended.reduce((sum, count) => sum + count, 0)).toBe(2)
  const ends = await entries('end_session')
  expect(ends.toSorted((a, b) => a.target_id.localeCompare(b.target_id))).toEqual(
    ['ann', 'ben'].map((target_id) => ({ target_id, after: { reason: 'idle' } })),
  )
  expect((await two.ask('GET', '/session', { as: 'ann' })).body).toMatchObject({ code: 'session_idle' })
  expect((await one.ask('GET', '/session', { as: 'boss' })).status).toBe(200)
})

it('the sweeper ends the sessions of other companies while one company is locked', async () => {
  const { url, one, databases, stores, advance } = await twoInstances()
  const sweeping = openPostgres(url, { limits: { lock: 300 } })
  onTestFinished(() => sweeping.close())
  const people = [{ id: 'boss', roleId: 'admin' }, { id: 'ann' }]
  const hosts = [one]
  for (let count = 0; count < 2; count++) {
    const host = await aHost({ store: stores[0], advance, close: async () => {} }, people)
    await host.ask('GET', '/session', { as: 'ann' })
    await host.ask('PUT', '/idle-logout', { body: tenMinutes, version: '0' })
    hosts.push(host)
  }
  await advance(10 * minute + 11_000)
  for (const { company } of hosts) {
    const left = async () => {
      const { rows } = await sql<{ id: string }>`
        select distinct company_id as id from sessions where ended_at is null`.execute(databases[0].db)
      return rows.map(({ id }) => id)
    }
    await databases[1].db.transaction().execute(async (transaction) => {
      await sql`select from companies where id = ${company} for update`.execute(transaction)
      await expect(endIdleSessions(sweeping)).rejects.toThrow('1 of 3 companies failed.')
      expect(await left()).toEqual([company])
    })
    await sql`update sessions set ended_at = null, end_reason = null`.execute(databases[0].db)
  }
})

it('a new policy is in force at every instance at once, and its change is audited with both settings', async () => {
  const { one, two, entries, company } = await twoInstances()
  const rev = async () => (await two.send('GET', '/session', { as: 'ben' })).headers.get('Roster-Idle-Policy')
  expect(await rev()).toBe('1')
  const body = { enabled: true, timeoutMinutes: 30, allowHold: true }
  await one.ask('PUT', '/idle-logout', { body, version: '1', key: randomUUID() })
  expect(await rev()).toBe('2')
  expect((await entries('set_idle_logout')).at(-1)).toEqual({
    target_id: company,
    after: { idleLogout: body },
  })
})
