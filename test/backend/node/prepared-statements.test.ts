import { sql } from 'kysely'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readConfig } from '../../../backend/node/config.ts'
import { type OpenPostgresOptions, openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { aCompany } from '../suite/a-company.ts'
import { anIntent } from '../suite/an-intent.ts'
import { createPostgres } from './test-postgres.ts'

/** The statements that are prepared on the one connection after reading and writing, and how it plans. */
async function prepared(options: OpenPostgresOptions) {
  const database = openPostgres(await createPostgres(), { ...options, connections: 1 })
  const store = createSqlStore(database)
  onTestFinished(() => store.close())
  const newCompany = aCompany([{ id: 'u1' }])
  const { id } = newCompany.company
  await store.createCompany(newCompany)
  const changes = [{ kind: 'change_teams' as const, userId: 'u1', add: ['night'], remove: [] }]
  const plan = { userIds: ['u1'], decide: () => ({ changes, audit: [], answer: null }) }
  expect(await store.write(id, anIntent(), plan)).toMatchObject({ ok: true, revision: 1 })
  expect((await store.user(id, 'u1'))?.teamIds).toEqual(['night'])
  return database.run(sql<{ names: number; mode: string }>`
    select count(*)::int as names, current_setting('plan_cache_mode') as mode from pg_prepared_statements where name <> ''`)
}

describe('prepared statements', () => {
  it('are kept by name, with one plan for all parameters', async () => {
    const [found] = await prepared({})
    expect(found?.names).toBeGreaterThan(2)
    expect(found?.mode).toBe('force_generic_plan')
  })

  it('are planned again after a second, then less often, since tables grow', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const database = openPostgres(await createPostgres(), { connections: 1 })
    const store = createSqlStore(database)
    onTestFinished(() => store.close())
    const { company } = aCompany([])
    const indexAfter = async (ms: number) => {
      vi.advanceTimersByTime(ms)
      await store.selections.find(company.id, 's1')
      const [statement] = await database.run(sql<{ name: string }>`
        select name from pg_prepared_statements where statement like '%from selections s%'`)
      const lines = await database.run(
        sql.raw<{ 'QUERY PLAN': string }>(`explain execute "${statement?.name}" (null, null)`),
      )
      return /Index Scan using (selections\w+)/.exec(lines.map((line) => line['QUERY PLAN']).join('\n'))?.[1]
    }
    expect(await indexAfter(0)).toBe('selections_by_age')
    await sql`
      insert into companies (id, name, created_at) values (${company.id}, 'Acme', roster_now())`.execute(
      database.db,
    )
    await sql`
      insert into selections
        (company_id, id, fingerprint, resource, action, made_by, made_at, total, allowed, skipped, impact)
      select ${company.id}, n::text, '', 'users', '{}', 'u1', roster_now(), 0, 0, '[]', '[]'
      from generate_series(1, 2000) n`.execute(database.db)
    expect(await indexAfter(900)).toBe('selections_by_age')
    expect(await indexAfter(100)).toBe('selections_pkey')
  })

  it('can be turned off, for a pooler that does not keep them', async () => {
    expect(await prepared({ preparedStatements: false })).toEqual([{ names: 0, mode: 'auto' }])
  })

  it('are turned off by the environment', () => {
    const read = (value?: string) =>
      readConfig({ ROSTER_SECRET_KEY: 'k'.repeat(32), DATABASE_PREPARED_STATEMENTS: value })
        .preparedStatements
    expect([read(), read('on'), read('off')]).toEqual([true, true, false])
    expect(() => read('no')).toThrow('DATABASE_PREPARED_STATEMENTS must be on or off, got "no".')
  })
})
