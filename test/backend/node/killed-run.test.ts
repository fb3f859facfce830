import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chunk, FrozenSelection } from '@aicx/roster/contract'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createAccounts } from '../../../backend/node/identity/accounts.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { type Client, signIn } from '../../../scripts/backend/member.ts'
import { manyUsers } from './many-users.ts'
import { runBackend } from './run-backend.ts'
import { createPostgres } from './test-postgres.ts'

const count = 1_500
const kills = 3

it('a run goes on after its server was killed in the middle of steps, and nothing happens twice', async () => {
  const url = await createPostgres()
  const company = manyUsers(count)
  const [boss] = company.users
  const credentials = { email: boss?.email ?? '', password: 'correct horse battery' }
  const database = openPostgres(url)
  const store = createSqlStore(database)
  await store.createCompany(company)
  await createAccounts(database).setPassword(credentials.email, credentials.password)
  const client = new pg.Client(url)
  await client.connect()
  onTestFinished(async () => void (await Promise.all([store.close(), client.end()])))

  const start = async () => {
    const { child, address } = runBackend({ DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'silent' })
    const member = await signIn(await address(), company.company.id, credentials)
    onTestFinished(() => member.close())
    return { child, member }
  }
  const step = (member: Client, id: string, from: number) =>
    member.ask(`/v1/selections/${id}/chunks`, {
      method: 'POST',
      headers: { 'Idempotency-Key': `${id}.${from}` },
      body: { from },
    })
  const positionOf = async (member: Client, id: string): Promise<FrozenSelection> =>
    JSON.parse((await member.ask(`/v1/selections/${id}`)).body)

  let { child, member } = await start()
  const created = await member.ask('/v1/selections', {
    method: 'POST',
    body: { resource: 'users', of: { query: {}, except: [] }, action: { kind: 'delete' } },
  })
  const { id, allowed }: FrozenSelection = JSON.parse(created.body)
  expect(allowed).toBe(count - 1)

  for (let killed = 0; killed < kills; killed++) {
    const { position } = await positionOf(member, id)
    const lost = step(member, id, position).catch(() => undefined)
    await pause(3 + killed * 25)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await lost
    ;({ child, member } = await start())
  }
  for (let at = (await positionOf(member, id)).position; at < allowed; ) {
    const { status, body } = await step(member, id, at)
    expect(status).toBe(200)
    const { selection }: Chunk = JSON.parse(body)
    expect(selection.position).toBeGreaterThan(at)
    at = selection.position
  }

  expect(await positionOf(member, id)).toMatchObject({ state: 'done', done: allowed, failed: 0 })
  const { rows } = await client.query(
    `select count(*)::integer as entries, count(distinct target_id)::integer as users,
       (select count(*)::integer from users where company_id = $1 and deleted_at is null) as left
     from audit where company_id = $1 and action = 'delete_user'`,
    [company.company.id],
  )
  expect(rows).toEqual([{ entries: allowed, users: allowed, left: 1 }])
}, 120_000)
