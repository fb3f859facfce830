import { sql } from 'kysely'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Database } from '../../../backend/node/database/database.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { aCompany } from '../suite/a-company.ts'
import { anIntent } from '../suite/an-intent.ts'
import { createPostgres } from './test-postgres.ts'

/** Two instances of a backend on one database, of which the second watches in its own way. */
async function twoInstances(listen: (database: Database) => Database['listen']) {
  const url = await createPostgres()
  const [one, two] = [openPostgres(url), openPostgres(url)]
  const [writer, watcher] = [createSqlStore(one), createSqlStore({ ...two, listen: listen(two) })]
  onTestFinished(async () => {
    await Promise.all([writer.close(), watcher.close()])
  })
  const { company, ...rest } = aCompany([{ id: 'u1', roleId: 'admin' }, { id: 'u2' }])
  await writer.createCompany({ company, ...rest })
  const told = vi.fn()
  const stop = watcher.watch(company.id, told)
  return {
    database: one,
    told,
    stop,
    watch: (listener: () => void) => watcher.watch(company.id, listener),
    change: (roleId: string) =>
      writer.write(company.id, anIntent(), {
        userIds: ['u2'],
        decide: () => ({ changes: [{ kind: 'set_role', userId: 'u2', roleId }], audit: [], answer: null }),
      }),
  }
}

type Instances = Awaited<ReturnType<typeof twoInstances>>

/** The time from a change to the hint at it, in ms. */
async function hinted({ told, change }: Pick<Instances, 'told' | 'change'>, roleId: string) {
  const before = told.mock.calls.length
  await change(roleId)
  const begun = performance.now()
  await expect.poll(() => told.mock.calls.length, { interval: 10 }).toBeGreaterThan(before)
  return performance.now() - begun
}

const unavailable = () => () => Promise.reject(new Error('LISTEN is not supported'))
const deaf = () => async () => async () => {}

describe('hints from another instance', () => {
  it('come by LISTEN', async () => {
    const listening = vi.fn()
    const instances = await twoInstances((database) => (...asked) => {
      listening()
      return database.listen(...asked)
    })
    for (const roleId of ['manager', 'agent', 'manager']) await hinted(instances, roleId)
    expect(listening).toHaveBeenCalledOnce()
  })

  it.each([
    ['there is no LISTEN', unavailable],
    ['a pooler takes LISTEN and delivers nothing', deaf],
  ])('come by looking where %s', async (_name, listen) => {
    const instances = await twoInstances(listen)
    for (const roleId of ['manager', 'agent', 'manager']) await hinted(instances, roleId)
  })

  it('come by looking once the connection is lost', async () => {
    const instances = await twoInstances((database) => database.listen)
    await hinted(instances, 'manager')
    const { rows } = await sql<{ ended: boolean }>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'
    `.execute(instances.database.db)
    expect(rows.some(({ ended }) => ended)).toBe(true)
    for (const roleId of ['agent', 'manager']) await hinted(instances, roleId)
  })

  it('end with the watching', async () => {
    const instances = await twoInstances(unavailable)
    await hinted(instances, 'manager')
    instances.stop()
    const { told, change, watch } = instances
    const before = told.mock.calls.length
    const other = vi.fn()
    onTestFinished(watch(other))
    await hinted({ told: other, change }, 'agent')
    expect(told.mock.calls.length).toBe(before)
  })
})
