import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../../backend/core/ports/store-unavailable.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { createPostgres } from './test-postgres.ts'

describe('a store whose database', () => {
  it('is gone says so, and not that something failed', async () => {
    const store = createSqlStore(openPostgres('postgres://nobody@127.0.0.1:9/nothing'))
    await expect(store.ping()).rejects.toThrow(StoreUnavailable)
    await expect(store.catalogue('c1')).rejects.toThrow(StoreUnavailable)
    await store.close()
  })

  it('has no connection to spare says so', async () => {
    const database = openPostgres(await createPostgres(), { connections: 1, connectionTimeout: 1_000 })
    const store = createSqlStore(database)
    await database.db.connection().execute(async () => {
      await expect(store.ping()).rejects.toThrow(StoreUnavailable)
    })
    await store.ping()
    await store.close()
  })

  it('has cut its connections goes on with new ones', async () => {
    const url = await createPostgres()
    const store = createSqlStore(openPostgres(url))
    await Promise.all([1, 2, 3].map(() => store.ping()))
    const operator = openPostgres(url)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(operator.db)
    await expect
      .poll(() =>
        store.ping().then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('up')
    await operator.close()
    await store.close()
  })

  it('cuts a connection in the middle of a transaction fails only that transaction, and not the process', async () => {
    const url = await createPostgres()
    const database = openPostgres(url, { connections: 1 })
    const operator = openPostgres(url)
    const cut = database.db.transaction().execute(async (transaction) => {
      await sql`select`.execute(transaction)
      await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(operator.db)
      await expect.poll(() => sql`select`.execute(transaction).then(() => 'up', String)).not.toBe('up')
      await sql`select`.execute(transaction)
    })
    await expect(cut).rejects.toThrow()
    await createSqlStore(database).ping()
    await operator.close()
    await database.close()
  })

  it('refuses a statement is at fault, not away', async () => {
    const store = createSqlStore(openPostgres(await createPostgres('empty')))
    const error: unknown = await store.catalogue('c1').catch((reason) => reason)
    expect(error).toMatchObject({ code: '42P01' })
    expect(error).not.toBeInstanceOf(StoreUnavailable)
    await store.close()
  })
})
