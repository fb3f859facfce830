import { expect, it } from 'vitest'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { openMigratedPglite } from './open-migrated-pglite.ts'

it('the embedded database refuses early what its one connection cannot serve in time', async () => {
  const patience = 2_000
  const database = await openMigratedPglite({ connectionTimeout: patience })
  const store = createSqlStore(database)
  const begun = performance.now()
  const waited: number[] = []
  await database.db.connection().execute(async () => {
    const asked = Array.from({ length: 150 }, async (_, index) => {
      await expect(store.user(`company ${index}`, 'u1')).rejects.toMatchObject({
        name: 'StoreUnavailable',
        retryAfter: 1,
      })
      waited.push(performance.now() - begun)
    })
    await Promise.all(asked)
  })
  expect(waited.filter((ms) => ms < patience).length).toBeGreaterThanOrEqual(50)
  expect(await store.user('company 1', 'u1')).toBeNull()
  await store.close()
})
