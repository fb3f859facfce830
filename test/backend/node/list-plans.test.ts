import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../backend/core/ports/store.ts'
import type { UserListing } from '../../../backend/core/ports/user-listing.ts'
import type { Run } from '../../../backend/node/database/database.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { everyUser } from '../suite/every-user.ts'
import { manyUsers } from './many-users.ts'
import { createPostgres } from './test-postgres.ts'

const count = 20_000
const newCompany = manyUsers(count)

const first: UserListing = { ...everyUser, limit: 50 }

const half = { offset: count / 2 }

const listings: [string, Partial<UserListing>][] = [
  ['by name', {}],
  ['by name, descending', { descending: true }],
  ['by joined', { sort: 'joined' }],
  ['by joined, descending', { sort: 'joined', descending: true }],
  ['by last active', { sort: 'lastActive' }],
  ['by last active, descending', { sort: 'lastActive', descending: true }],
  ['half way down', { from: half }],
  ['half way down by joined', { sort: 'joined', from: half }],
  ['half way down by last active', { sort: 'lastActive', from: half }],
  ['around a user', { from: { around: 'u777', offset: 0 } }],
  ['around a user by last active', { sort: 'lastActive', from: { around: 'u777', offset: 0 } }],
  ['behind a row', { from: { after: { key: 'goro ito', id: 'u1' }, ...half } }],
  ['of a role', { roleIds: ['billing'] }],
  ['of a common role', { roleIds: ['agent'] }],
  ['of a team', { teamIds: ['night'] }],
  ['of a team via role', { teamIds: ['leads'] }],
  ['that match a rare term', { terms: ['u12345@'] }],
]

interface Query {
  sql: string
  parameters: readonly unknown[]
  /** Whether one plan serves all parameters. */
  isPrepared: boolean
}

/** As `openPool` plans prepared statements. */
const planByKeys = [
  'plan_cache_mode = force_generic_plan',
  'enable_seqscan = off',
  'enable_hashjoin = off',
  'enable_mergejoin = off',
]

const literalOf = (value: unknown) => (typeof value === 'string' ? pg.escapeLiteral(value) : String(value))

describe('list queries on PostgreSQL', () => {
  const queries: Query[] = []
  let pool: pg.Pool
  let store: Store

  beforeAll(async () => {
    const url = await createPostgres()
    pool = new pg.Pool({ connectionString: url, max: 2 })
    const database = openPostgres(url)
    const watched =
      (run: Run, isPrepared: boolean): Run =>
      (statement) => {
        queries.push({ ...statement.compile(database.db), isPrepared })
        return run(statement)
      }
    const { run, planned } = database
    store = createSqlStore({ ...database, run: watched(run, true), planned: watched(planned, false) })
    await store.createCompany(newCompany)
  })
  afterAll(() => Promise.all([store.close(), pool.end()]))

  async function explain({ sql, parameters, isPrepared }: Query) {
    if (!isPrepared) return pool.query<{ 'QUERY PLAN': string }>(`explain analyze ${sql}`, [...parameters])
    const client = await pool.connect()
    try {
      for (const setting of planByKeys) await client.query(`set ${setting}`)
      await client.query(`prepare list as ${sql}`)
      return await client.query<{ 'QUERY PLAN': string }>(
        `explain analyze execute list (${parameters.map(literalOf).join(', ')})`,
      )
    } finally {
      client.release(true)
    }
  }

  const plan = async (query: Query) => {
    const { rows } = await explain(query)
    // The count is planned with the page, and not made while the total is known.
    return rows
      .map((row) => row['QUERY PLAN'])
      .filter((line) => !line.includes('never executed'))
      .join('\n')
  }

  it.each(listings)('walk indexes %s', async (_name, asked) => {
    const listing = { ...first, ...asked }
    await store.users(newCompany.company.id, listing)
    queries.length = 0
    const page = await store.users(newCompany.company.id, listing)
    expect(page.users.length).toBeGreaterThan(0)
    for (const query of [...queries]) {
      const found = await plan(query)
      expect(found).not.toMatch(/Seq Scan on user/)
      if (!query.isPrepared) continue
      expect(found).toMatch(/Scan (?:Backward )?using user\w+_by_(?:name|joined|age) /)
      expect(found).not.toContain('Bitmap')
    }
    expect(queries.length).toBeLessThanOrEqual('around' in listing.from ? 2 : 1)
  })
})
