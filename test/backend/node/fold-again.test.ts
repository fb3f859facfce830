import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../backend/node/database/migrate.ts'
import { foldUser as frozen } from '../../../backend/node/database/migrations/005-fold.ts'
import { up as foldAgain } from '../../../backend/node/database/migrations/005-fold-again.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createCompany } from '../../../backend/node/store/create-company.ts'
import { seedCompany } from '../../../mocks/people/seed-company.ts'
import { foldUser } from '../../../src/base/fold.ts'
import { openMigratedPglite } from './open-migrated-pglite.ts'
import { createPostgres } from './test-postgres.ts'

const names = [
  'O’Brien',
  'Jean\u2011Luc',
  'Łukasz',
  'Þór',
  'Æsir',
  'राम',
  '\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f',
  '',
]

const databases = {
  PGlite: () => openMigratedPglite({ connectionTimeout: 1_500 }),
  PostgreSQL: async () => openPostgres(await createPostgres('empty'), { connections: 2 }),
}

describe('the migration that folds stored text again', () => {
  it.each(Object.entries(databases))('folds every user of %s, in batches', async (_, open) => {
    const database = await open()
    const { db } = database
    await migrate(database)
    for (const [id, count] of [
      ['acme', 1_300],
      ['globex', 1_203],
    ] as const) {
      const company = seedCompany({ id, count, now: Date.now() })
      const users = company.users.map((user, at) => ({ ...user, name: names[at] ?? user.name }))
      await createCompany(database, { ...company, users })
    }
    await sql`update users set sort_key = 'stale', search_text = 'stale'`.execute(db)
    await sql`update users set deleted_at = joined_at where id like '%9'`.execute(db)
    await foldAgain(db as unknown as Kysely<unknown>)
    const { rows } = await sql<{ name: string; email: string; sort_key: string; search_text: string }>`
      select name, email, sort_key, search_text from users
    `.execute(db)
    expect(rows).toHaveLength(2_503)
    for (const row of rows) {
      const { sortKey, searchText } = frozen(row)
      expect([row.sort_key, row.search_text]).toEqual([sortKey, searchText])
    }
    expect(rows.map(({ sort_key }) => sort_key)).toEqual(
      expect.arrayContaining(["o'brien", 'jean-luc', 'lukasz', 'thor', 'aesir', 'राम', 'محمد']),
    )
    await database.close()
  })

  it('writes what this version reads', () => {
    for (const name of names) {
      const user = { name, email: 'Ana.López@x.example' }
      expect(frozen(user)).toEqual(foldUser(user))
    }
  })
})
