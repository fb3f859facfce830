import { once } from 'node:events'
import { createServer } from 'node:net'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../../backend/node/config.ts'
import { startServer } from '../../../backend/node/server.ts'
import type { Extend } from '../../../backend/node/service.ts'
import { codeOf } from './open-identity.ts'
import { startProxy } from './start-proxy.ts'
import { createPostgres } from './test-postgres.ts'

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

const environment = { ROSTER_SECRET_KEY: 'k'.repeat(32), LOG_LEVEL: 'silent' }

async function start(extend?: Extend) {
  const url = await createPostgres()
  const config = readConfig({ ...environment, PORT: String(await freePort()), DATABASE_URL: url })
  const started = await startServer({ config, extend })
  if (started.status === 'elsewhere') throw new Error('a server has no data folder')
  onTestFinished(() => started.stop())
  return started
}

describe('startServer', () => {
  it('says 503 until it is ready, and 200 from then on', async () => {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const config = readConfig({ ...environment, PORT: String(port), DATABASE_URL: await createPostgres() })
    const seen: unknown[] = []
    const started = await startServer({
      config,
      async extend() {
        seen.push((await fetch(`${address}/healthz`)).status)
        const early = await fetch(`${address}/v1/companies`)
        seen.push(early.status, await codeOf(early))
        return undefined
      },
    })
    if (started.status === 'started') onTestFinished(() => started.stop())
    expect(seen).toEqual([503, 503, 'unavailable'])
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
  })

  it('runs while its database does not respond, says so within a second or so, and still stops in time', async () => {
    const proxy = await startProxy(await createPostgres())
    const config = readConfig({ ...environment, PORT: String(await freePort()), DATABASE_URL: proxy.url })
    const started = await startServer({ config })
    if (started.status === 'elsewhere') throw new Error('a server has no data folder')
    const ask = (path: string) => fetch(new URL(path, started.address))
    expect([(await ask('/livez')).status, (await ask('/healthz')).status]).toEqual([200, 200])
    proxy.freeze()
    expect((await ask('/healthz')).status).toBe(503)
    expect(await (await ask('/livez')).json()).toEqual({ status: 'ok' })
    await started.stop()
  })

  it('gives an extension every path but its own', async () => {
    const { address } = await start(async () => ({
      fetch: async (request) => new Response(new URL(request.url).pathname),
    }))
    const textAt = async (path: string) => (await fetch(new URL(path, address))).text()
    expect(await textAt('/settings/users')).toBe('/settings/users')
    expect(await textAt('/v10')).toBe('/v10')
    expect(await textAt('/v1/companies')).toContain('signed_out')
    expect(await textAt('/healthz')).toContain('ok')
  })

  it('returns 500 for a failing page, and continues', async () => {
    const { address } = await start(async () => ({
      async fetch() {
        throw new Error('secret detail')
      },
    }))
    const response = await fetch(address)
    expect([response.status, await response.text()]).toEqual([500, ''])
    expect((await fetch(new URL('/healthz', address))).status).toBe(200)
  })

  it('frees its port when an extension cannot start', async () => {
    const port = await freePort()
    const config = readConfig({ ...environment, PORT: String(port), DATABASE_URL: await createPostgres() })
    const extend = async () => {
      throw new Error('no seed')
    }
    await expect(startServer({ config, extend })).rejects.toThrow('no seed')
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
  })

  it('refuses a body over the limit', async () => {
    const { address } = await start()
    const response = await fetch(new URL('/v1/sign-in', address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: address },
      body: JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(1_000_001) }),
    })
    expect([response.status, await codeOf(response)]).toEqual([413, 'body_too_large'])
  })

  it('finishes what it has begun before it stops', async () => {
    let begin = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    let finish = () => {}
    const started = await start(async () => ({ fetch: hold }))
    async function hold() {
      begin()
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return new Response('whole')
    }
    const answer = fetch(started.address)
    await begun
    const stopped = started.stop()
    finish()
    expect(await (await answer).text()).toBe('whole')
    await stopped
  })

  it('says in one sentence that a database cannot be opened, and nothing of its password', async () => {
    const good = new URL(await createPostgres())
    good.password = 'hunter2'
    const missing = Object.assign(new URL(good), { pathname: '/missing' })
    const nobody = Object.assign(new URL(good), { port: '9' })
    for (const [url, told] of [
      [missing, 'database "missing" does not exist'],
      [nobody, 'ECONNREFUSED'],
    ] as const) {
      const config = readConfig({ ...environment, PORT: '0', DATABASE_URL: url.href })
      const starting = startServer({ config })
      await expect(starting).rejects.toThrow(/^The database of DATABASE_URL cannot be opened: [^\n]*\.$/)
      await expect(starting).rejects.toThrow(told)
      await expect(starting).rejects.not.toThrow('hunter2')
    }
  })

  it("says in one sentence that a database is another program's, and leaves its tables as they are", async () => {
    const url = await createPostgres('empty')
    const owner = new pg.Client(url)
    await owner.connect()
    await owner.query('create table companies (ours text)')
    const starting = startServer({ config: readConfig({ ...environment, PORT: '0', DATABASE_URL: url }) })
    await expect(starting).rejects.toThrow(
      /^The database of DATABASE_URL cannot be migrated: relation "companies" already exists\. [^\n]*\.$/,
    )
    expect((await owner.query('select ours from companies')).rows).toEqual([])
    await owner.end()
  })
})
