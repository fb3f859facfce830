import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgres } from './test-postgres.ts'

/** Keyed without a company: people, browsers and the deployment belong to none, and a company is its own key. */
const companyless = ['accounts', 'companies', 'deployment', 'passwords', 'sign_in_attempts', 'sign_ins']

/** Indexes of company tables that begin otherwise, each for a reason. */
const otherwise = [
  // The list of an account's own companies.
  'users_of_account',
  // Trigrams have no order in which a company could come first.
  'users_by_text',
  // What is outdated is deleted in all companies at once.
  'sessions_by_sign_in',
  // Expired invitations and emails that are due are found in all companies at once.
  'invitations_by_expiry',
  'invitation_mail_queue',
  // The limit of an address counts the emails of all companies.
  'invitation_mail_by_recipient',
]

/** Foreign keys that leave the company. */
const outward = ['users_account_id_fkey']

/** The users' key: a deleted user keeps it, as the author of their content. */
const keepsDeleted = ['users_pkey']

interface Index {
  table: string
  name: string
  columns: string[]
  predicate: string | null
}

describe('the schema', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client(await createPostgres())
    await client.connect()
  })
  afterAll(() => client.end())

  const read = async <Row extends pg.QueryResultRow>(sql: string) => (await client.query<Row>(sql)).rows

  const indexes = () =>
    read<Index>(`
      select t.relname::text as table, i.relname::text as name, pg_get_expr(x.indpred, x.indrelid) as predicate,
        array(select pg_get_indexdef(x.indexrelid, n, true) from generate_series(1, x.indnkeyatts) n) as columns
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      where t.relnamespace = 'public'::regnamespace and t.relname not like 'migrations%'`)

  it('begins each key and index of a company with the company', async () => {
    const wrong = (await indexes()).filter(
      ({ table, name, columns }) =>
        !companyless.includes(table) && !otherwise.includes(name) && columns[0] !== 'company_id',
    )
    expect(wrong).toEqual([])
  })

  it('leaves the deleted out of each list and unique index of users', async () => {
    const users = (await indexes()).filter(({ table }) => table === 'users')
    expect(users.length).toBeGreaterThan(5)
    const wrong = users.filter(
      ({ name, predicate }) => !keepsDeleted.includes(name) && predicate !== '(deleted_at IS NULL)',
    )
    expect(wrong).toEqual([])
  })

  it('names no exemption in vain', async () => {
    const found = await indexes()
    const names = found.flatMap(({ table, name }) => [table, name])
    expect(names).toEqual(expect.arrayContaining([...companyless, ...otherwise, ...keepsDeleted]))
  })

  it('keeps foreign keys within the company', async () => {
    const keys = await read<{ name: string; definition: string }>(`
      select conname::text as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace`)
    const wrong = keys.filter(
      ({ name, definition }) =>
        !outward.includes(name) &&
        !/^FOREIGN KEY \((company_id\b|account_id\) REFERENCES accounts)/.test(definition),
    )
    expect(wrong).toEqual([])
  })

  it('compares every key by bytes, whatever the language of the database', async () => {
    const keyed = await read<{ name: string; collation: string }>(`
      select distinct a.attrelid::regclass || '.' || a.attname as name, l.collname::text as collation
      from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey::int2[])
      join pg_class t on t.oid = x.indrelid join pg_collation l on l.oid = a.attcollation
      where t.relnamespace = 'public'::regnamespace and t.relname not like 'migrations%'`)
    expect(keyed.length).toBeGreaterThan(20)
    expect(keyed.filter(({ collation }) => collation !== 'C')).toEqual([])
  })
})
