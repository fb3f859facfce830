import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { cookiesOf } from '../../../backend/node/identity/cookie.ts'
import { readDeployment } from '../../../backend/node/identity/read-deployment.ts'
import { copyDataFolder } from './copy-data-folder.ts'
import { runBackend } from './run-backend.ts'
import { startProxy } from './start-proxy.ts'
import { createPostgres } from './test-postgres.ts'

const signInTo = (address: string, email: string, password: string) =>
  fetch(new URL('/v1/sign-in', address), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address },
    body: JSON.stringify({ email, password }),
  })

const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

const companiesAt = async (address: string, cookie: string): Promise<unknown> =>
  (await fetch(new URL('/v1/companies', address), { headers: { Cookie: cookie } })).json()

async function deploymentOf(url: string) {
  const database = openPostgres(url)
  onTestFinished(() => database.close())
  return readDeployment(database)
}

/** Something else that listens, and answers as nobody we know. */
async function stranger() {
  const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

describe('roster-backend', { timeout: 120_000 }, () => {
  let folder: string
  beforeEach(async () => {
    folder = await copyDataFolder()
  })
  const sockets = async () => (await readdir(folder)).filter((name) => name.endsWith('.sock'))
  const environment = (more: Record<string, string> = {}) => ({ ROSTER_DATA: folder, PORT: '0', ...more })

  it('starts empty, makes a company once, and keeps it over a restart', async () => {
    const parameters = ['create-company', '--name', 'Acme', '--email', 'ada@acme.example', '--password-stdin']
    const made = await runBackend(environment(), parameters, { input: 'a long password\n' }).ended
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('Created the company "Acme"') })
    expect(made.output).not.toContain('a long password')
    const again = await runBackend(environment(), parameters, { input: 'another long secret\n' }).ended
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('The account') })

    const first = runBackend(environment())
    const cookie = cookieOf(await signInTo(await first.address(), 'ada@acme.example', 'a long password'))
    const companies = await companiesAt(await first.address(), cookie)
    expect(companies).toMatchObject({ companies: [{ name: 'Acme' }, { name: 'Acme' }] })
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)

    const second = runBackend(environment())
    expect(await companiesAt(await second.address(), cookie)).toEqual(companies)
  })

  it('prints a made password once, or takes the one in the environment', async () => {
    const company = (name: string) => ['create-company', '--name', name, '--email', `${name}@acme.example`]
    const made = await runBackend(environment(), company('one')).ended
    const [, password = ''] = /shown only once: (\S+)/.exec(made.output) ?? []
    const given = await runBackend(environment({ ROSTER_ADMIN_PASSWORD: 'given password' }), company('two'))
      .ended
    expect(given.output).not.toContain('password')
    const address = await runBackend(environment()).address()
    expect((await signInTo(address, 'one@acme.example', password)).status).toBe(204)
    expect((await signInTo(address, 'two@acme.example', 'given password')).status).toBe(204)
  })

  it('is healthy on the embedded store, and on a server', async () => {
    for (const [more, store] of [
      [{}, 'pglite'],
      [{ DATABASE_URL: await createPostgres('empty') }, 'postgres'],
    ] as const) {
      const address = await runBackend(environment(more)).address()
      const response = await fetch(new URL('/healthz', address))
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok', store }])
    }
  })

  it('names the running address at a second start on the same folder, whatever its port', async () => {
    const first = runBackend(environment())
    const address = await first.address()
    for (const port of ['0', new URL(address).port]) {
      const second = await runBackend(environment({ PORT: port })).ended
      expect(second).toEqual({ code: 0, output: `Roster is already running at ${address}\n` })
    }
    expect((await fetch(new URL('/healthz', address))).status).toBe(200)
  })

  it('is started by one of three that start at once', async () => {
    const started = [1, 2, 3].map(() => runBackend(environment()))
    await Promise.any(started.map(({ address }) => address()))
    await expect
      .poll(() => started.filter(({ child }) => child.exitCode === 0).length, { timeout: 30_000 })
      .toBe(2)
    const outputs = started.map(({ output }) => output())
    expect(outputs.filter((output) => output.includes('Roster is already running at'))).toHaveLength(2)
  })

  it('ends cleanly on a signal: no socket is left', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const backend = runBackend(environment())
      await backend.address()
      backend.child.kill(signal)
      expect((await backend.ended).code).toBe(0)
      expect(await sockets()).toEqual([])
    }
  })

  it('ends within ten seconds of a signal while its database does not respond', async () => {
    const proxy = await startProxy(await createPostgres())
    const { address, child, ended } = runBackend({ DATABASE_URL: proxy.url, PORT: '0' })
    const cookie = cookiesOf(await deploymentOf(proxy.url)).name('sign-in', false)
    const headers = { Cookie: `${cookie}=${'s'.repeat(43)}`, 'Roster-Company': 'c' }
    const ask = async () => fetch(new URL('/v1/session', await address()), { headers })
    expect((await ask()).status).toBe(401)
    proxy.freeze()
    const waiting = ask()
    await expect.poll(proxy.held).toBeGreaterThan(0)
    const begun = performance.now()
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect((await waiting).status).toBe(503)
  })

  it('ends within ten seconds of a signal while another instance migrates the database', async () => {
    const url = await createPostgres('empty')
    const other = new pg.Client(url)
    await other.connect()
    onTestFinished(() => other.end())
    const lockOfMigrations = '3853314791062309107'
    await other.query(`select pg_advisory_lock(${lockOfMigrations})`)
    const { child, ended } = runBackend({ DATABASE_URL: url, PORT: '0' })
    await expect
      .poll(async () => {
        const waiting = "select from pg_locks where locktype = 'advisory' and not granted"
        return (await other.query(waiting)).rows.length
      })
      .toBe(1)
    const begun = performance.now()
    child.kill('SIGTERM')
    expect((await ended).code).toBe(1)
    expect(performance.now() - begun).toBeLessThan(10_500)
  })

  it('leaves nothing of a company whose creation is killed half way, so that it can be created again', async () => {
    const url = await createPostgres()
    const other = new pg.Client(url)
    await other.connect()
    onTestFinished(() => other.end())
    await other.query('begin; lock table passwords in exclusive mode')
    const parameters = ['create-company', '--name', 'Acme', '--email', 'ada@acme.example']
    const create = () => runBackend({ DATABASE_URL: url }, parameters)
    const killed = create()
    const waiting = "select from pg_locks where relation = 'passwords'::regclass and not granted"
    await expect.poll(async () => (await other.query(waiting)).rows.length).toBe(1)
    killed.child.kill('SIGKILL')
    await killed.ended
    await other.query('rollback')
    const left = 'select (select count(*) from companies) + (select count(*) from accounts) as rows'
    await expect.poll(async () => (await other.query(left)).rows[0]?.rows).toBe('0')
    const { output } = await create().ended
    expect(output).toContain('Created the company "Acme"')
    expect(output).toContain('Password, shown only once')
  })

  it('tells of a taken port in one sentence, and leaves no socket', async () => {
    const port = String(await stranger())
    const { code, output } = await runBackend(environment({ PORT: port })).ended
    expect([code, output]).toEqual([
      1,
      `PORT ${port} is already in use on 127.0.0.1. Use another, or unset PORT.\n`,
    ])
    expect(await sockets()).toEqual([])
  })

  it('reports a data folder that isn’t a folder', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    const { code, output } = await runBackend(environment({ ROSTER_DATA: join(file, 'data') })).ended
    expect(code).toBe(1)
    expect(output.trim()).toMatch(
      /^ROSTER_DATA must be a folder that can be written to, got ".+": ENOTDIR.+\.$/,
    )
  })

  it('moves on to the next free port where none is given', async () => {
    const { PORT: _, ...unset } = environment()
    const first = await runBackend(unset).address()
    const second = await runBackend({ ROSTER_DATA: await copyDataFolder() }).address()
    expect(Number(new URL(first).port)).toBeGreaterThanOrEqual(4_000)
    expect(Number(new URL(second).port)).toBeGreaterThan(Number(new URL(first).port))
  })

  it('reports every mistake in its environment, one sentence each, without secrets', async () => {
    const { code, output } = await runBackend({
      PORT: 'http',
      DATABASE_URL: 'mysql://root:hunter2@db/roster',
      ROSTER_SECRET_KEY: 'short-secret',
      LOG_LEVEL: 'loud',
      HSTS_MAX_AGE: '1 year',
      HSTS_SUBDOMAINS: 'yes',
      TRUST_PROXY: '10.0.0.0/8, proxy',
    }).ended
    expect(code).toBe(1)
    expect(output.trim().split('\n')).toEqual([
      'PORT must be a number from 0 to 65535, got "http".',
      'DATABASE_URL must be the address of a PostgreSQL database, such as postgres://user@host/database.',
      'ROSTER_SECRET_KEY must have at least 32 random characters.',
      'LOG_LEVEL must be one of silent, error, warn, info, debug, got "loud".',
      'HSTS_MAX_AGE must be a number of seconds or off, got "1 year".',
      'HSTS_SUBDOMAINS must be on or off, got "yes".',
      'TRUST_PROXY must list IP addresses or blocks such as 10.0.0.0/8, got "proxy".',
    ])
    expect(output).not.toMatch(/hunter2|short-secret/)
  })

  it('does not start without its secret key', async () => {
    const { code, output } = await runBackend(environment({ ROSTER_SECRET_KEY: '' })).ended
    expect([code, output]).toEqual([
      1,
      'ROSTER_SECRET_KEY is missing. Set it to at least 32 random characters, and keep it.\n',
    ])
  })

  it('logs each request without its secrets', async () => {
    const backend = runBackend(environment())
    const address = await backend.address()
    const response = await signInTo(address, 'nobody@acme.example', 'hunter2 hunter2')
    expect(response.status).toBe(401)
    await fetch(new URL('/v1/users?search=canary', address), { headers: { Cookie: 'roster=hunter2' } })
    backend.child.kill('SIGTERM')
    const { output } = await backend.ended
    expect(output).toContain('"operation":"signIn"')
    expect(output).not.toMatch(/hunter2|canary/)
  })

  it('prints how it is used', async () => {
    const help = await runBackend({}, ['--help']).ended
    expect(help).toMatchObject({ code: 0, output: expect.stringContaining('create-company') })
    expect((await runBackend({}, ['--nonsense']).ended).code).toBe(1)
    expect((await runBackend({}, ['create-company', '--name', 'Acme']).ended).output).toContain('--email')
    const address = ['create-company', '--name', 'Acme', '--email', 'nobody']
    expect((await runBackend(environment(), address).ended).output).toBe(
      'The email must be an email address, got "nobody".\n',
    )
  })
})
