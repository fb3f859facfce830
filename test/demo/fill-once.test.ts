import { expect, it, onTestFinished, vi } from 'vitest'
import { createSqlStore } from '../../backend/node/store/create-sql-store.ts'
import { fillOnce } from '../../demo/seed/fill-once.ts'
import { createTables, type DemoSchema } from '../../demo/server/conversations/tables.ts'
import { openMigratedPglite } from '../backend/node/open-migrated-pglite.ts'
import { aCompany } from '../backend/suite/a-company.ts'

async function anEmptyDemo() {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const database = await openMigratedPglite()
  onTestFinished(() => {
    vi.restoreAllMocks()
    return database.close()
  })
  const db = database.db.withTables<DemoSchema>()
  await createTables(db)
  const store = createSqlStore(database)
  const setPassword = vi.fn(async () => {})
  const count = async (company: string) => {
    const { byRole } = await store.counts(company)
    return [...byRole.values()].reduce((sum, holders) => sum + holders, 0)
  }
  return { db, store, accounts: { setPassword }, count }
}

it('continues where a start was killed while it filled the database', async () => {
  const { count, ...demo } = await anEmptyDemo()
  let created = 0
  const createCompany: typeof demo.store.createCompany = async (newCompany) => {
    created += 1
    if (created === 2) throw new Error('killed')
    await demo.store.createCompany(newCompany)
  }
  await expect(fillOnce({ ...demo, store: { ...demo.store, createCompany } }, new Date())).rejects.toThrow(
    'killed',
  )
  expect(demo.accounts.setPassword).not.toHaveBeenCalled()

  await fillOnce(demo, new Date())
  expect(await count('acme')).toBe(1_204)
  expect(await count('borealis')).toBeGreaterThan(0)
  expect(demo.accounts.setPassword).toHaveBeenCalledTimes(3)
  await fillOnce(demo, new Date())
  expect(demo.accounts.setPassword).toHaveBeenCalledTimes(3)
})

it('doesn’t fill a database with a company of someone else', async () => {
  const demo = await anEmptyDemo()
  await demo.store.createCompany(aCompany([], 'Own'))
  await fillOnce(demo, new Date())
  expect(await demo.store.catalogue('acme')).toBeNull()
  expect(demo.accounts.setPassword).not.toHaveBeenCalled()
})
