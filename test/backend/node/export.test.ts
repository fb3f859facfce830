import { connect, createServer } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createAccounts } from '../../../backend/node/identity/accounts.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { startBackend } from '../../../scripts/backend/start-backend.ts'
import { createHttpApi } from '../../../src/client/create-http-api.ts'
import { failureOf } from '../../client/failure-of.ts'
import { manyUsers } from './many-users.ts'
import { createPostgres } from './test-postgres.ts'

const count = 12_000
const columns = ['name', 'email', 'role', 'teams', 'lastActive'].map((id) => ({ id, label: id }))
const request = { query: { sort: '-lastActive' as const }, columns }

/** A proxy that speaks HTTP/1.0 upstream: how long a body is shows in the end of its connection alone. */
async function oldProxy(address: string) {
  const { port } = new URL(address)
  const proxy = createServer((incoming) => {
    const upstream = connect(Number(port), '127.0.0.1')
    incoming.on('data', (bytes) => {
      const text = bytes.toString('latin1')
      const old = text
        .replace(/^(\S+ \S+) HTTP\/1\.1/, '$1 HTTP/1.0')
        .replace(/connection: keep-alive/i, 'Connection: close')
      upstream.write(old, 'latin1')
    })
    upstream.on('data', (bytes) => incoming.write(bytes))
    for (const event of ['end', 'error', 'close']) upstream.on(event, () => incoming.end())
    incoming.on('error', () => upstream.destroy())
    incoming.on('close', () => upstream.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  const bound = proxy.address()
  return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
}

describe('an export from a server', () => {
  const company = manyUsers(count)
  const credentials = { email: company.users[0]?.email ?? '', password: 'correct horse battery' }
  let address: string
  let client: pg.Client
  let stop: () => Promise<void>
  beforeAll(async () => {
    const url = await createPostgres()
    const database = openPostgres(url)
    const store = createSqlStore(database)
    await store.createCompany(company)
    await createAccounts(database).setPassword(credentials.email, credentials.password)
    await store.close()
    client = new pg.Client(url)
    await client.connect()
    ;({ address, stop } = await startBackend(url))
  })
  afterAll(async () => {
    await stop()
    await client.end()
  })

  async function signedIn(at = address) {
    const headers = { Origin: address, 'Content-Type': 'application/json' }
    const response = await fetch(`${address}/v1/sign-in`, {
      method: 'POST',
      headers,
      body: JSON.stringify(credentials),
    })
    const Cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    const send = (sent: Request) =>
      fetch(new Request(sent, { headers: { ...Object.fromEntries(sent.headers), Cookie, Origin: at } }))
    return createHttpApi({ baseUrl: at, company: company.company.id, fetch: send, retry: 0 })
  }

  async function readSome(body: ReadableStream<Uint8Array>, atLeast: number) {
    const reader = body.getReader()
    for (let bytes = 0; bytes < atLeast; ) {
      const { value, done } = await reader.read()
      if (done) break
      bytes += value.byteLength
    }
    return {
      async rest() {
        for (;;) if ((await reader.read()).done) return
      },
    }
  }

  it('holds neither a transaction nor a statement while its reader is slow, and is whole', async () => {
    const { users } = await signedIn()
    const { total, body } = await users.export(request)
    expect(total).toBe(count)
    const { rest } = await readSome(body, 100_000)
    const busy = `select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`
    await expect.poll(async () => (await client.query(busy)).rows.length).toBe(0)
    const pages = await client.query('select from export_pages')
    expect(pages.rows.length).toBe(count / 1_000)
    await rest()
    expect((await client.query('select from export_pages')).rows).toEqual([])
  })

  it.each([
    ['directly', async () => address],
    ['behind a proxy that speaks HTTP/1.0', () => oldProxy(address)],
  ])('is incomplete %s where its session ends in the middle', async (_, at) => {
    const { users } = await signedIn(await at())
    const { body } = await users.export(request)
    const { rest } = await readSome(body, 1)
    await client.query("update sessions set ended_at = now(), end_reason = 'revoked' where ended_at is null")
    const error = await failureOf(rest())
    expect(error).toMatchObject({
      code: 'incomplete',
      params: { total: String(count) },
      cause: { code: 'session_revoked' },
    })
    expect(Number(error.params?.rows)).toBeLessThan(count)
  })
})
