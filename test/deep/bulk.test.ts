import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chunk, FrozenSelection } from '@aicx/roster/contract'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../backend/node/database/migrate.ts'
import { openPostgres } from '../../backend/node/database/open-postgres.ts'
import { createAccounts } from '../../backend/node/identity/accounts.ts'
import { type Client, signIn } from '../../scripts/backend/member.ts'
import { startBackend } from '../../scripts/backend/start-backend.ts'
import { startPostgres } from '../../scripts/postgres.ts'
import { reach } from '../reach.ts'
import { fill } from './a-million.ts'

/** `ROSTER_BULK_USERS=100000` tries it on less. */
const users = Number(process.env.ROSTER_BULK_USERS) || 1_000_000
const readsBefore = 300
const writeEvery = 250
/** Megabytes of the server's heap: an export that kept its rows would end the process. */
const heap = 128
const password = 'correct horse battery'

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
const ms = (value: number) => `${value.toFixed(1)} ms`

/** A server with a large company and another, and an Admin of each. */
async function open() {
  const postgres = await startPostgres()
  onTestFinished(postgres.stop)
  const url = postgres.url('postgres')
  const database = openPostgres(url)
  await migrate(database)
  const client = new pg.Client(url)
  await client.connect()
  await fill(client, { id: 'large', name: 'Large', users })
  await fill(client, { id: 'other', name: 'Other', users: 5_000 })
  await client.query('vacuum analyze')
  for (const company of ['large', 'other'])
    await createAccounts(database).setPassword(`${company}-0@example.com`, password)
  await database.close()
  onTestFinished(() => client.end())
  return { client, url }
}

/** Starts a backend, and signs in an Admin of each company. */
async function serve(url: string, environment: Record<string, string> = {}) {
  const backend = await startBackend(url, undefined, environment)
  onTestFinished(() => backend.stop())
  const as = (company: string) =>
    signIn(backend.address, company, { email: `${company}-0@example.com`, password })
  const [large, other] = await Promise.all([as('large'), as('other')])
  return { pid: backend.process.pid ?? 0, large, other, stop: () => backend.stop() }
}

/** Reads a window somewhere in the list, and returns how long it took. */
async function read(member: Client, index: number): Promise<number> {
  const { status, ms } = await member.ask(`/v1/users?limit=50&offset=${(index * 37) % 4_900}`)
  expect(status).toBe(200)
  return ms
}

const megabyte = 1_048_576

/** Bytes of memory that a process has. */
const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024

/** Exports everyone, and reports how the server's memory grew. */
async function exportAll(member: Client, pid: number) {
  const columns = ['name', 'email', 'role', 'teams', 'lastActive', 'joined'].map((id) => ({ id, label: id }))
  const before = memoryOf(pid)
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, memoryOf(pid))
  }, 50)
  const { status, body, ms } = await member.ask('/v1/users/export', {
    method: 'POST',
    body: { query: {}, columns },
    patience: 300_000,
  })
  clearInterval(sampling)
  expect(status).toBe(200)
  const rows = body.split('\r\n').length - 2
  expect(rows).toBe(users)
  const grown = (most - before) / megabyte
  reach({
    area: 'export: all users',
    floor: 1_000_000,
    reached: rows,
    outcome: `${(body.length / megabyte).toFixed(0)} MB in ${(ms / 1_000).toFixed(0)} s, memory + ${grown.toFixed(0)} MB, heap of ${heap} MB`,
  })
}

/** Runs a selection to its end, and returns how long each step took. */
async function drive(member: Client, { id, allowed }: FrozenSelection): Promise<number[]> {
  const steps: number[] = []
  for (let from = 0; from < allowed; ) {
    const { status, body, ms } = await member.ask(`/v1/selections/${id}/chunks`, {
      method: 'POST',
      headers: { 'Idempotency-Key': `${id}.${from}` },
      body: { from },
    })
    expect(status, body).toBe(200)
    const { selection }: Chunk = JSON.parse(body)
    steps.push(ms)
    from = selection.position
  }
  return steps
}

it(`deletes 100,000 of ${users.toLocaleString('en')} users beside the work of others`, async () => {
  const { client, url } = await open()
  const small = await serve(url, { NODE_OPTIONS: `--max-old-space-size=${heap}` })
  await exportAll(small.large, small.pid)
  await small.stop()
  const { large, other } = await serve(url)
  for (let warm = 0; warm < 100; warm++) await read(other, warm)
  const before: number[] = []
  for (let index = 0; index < readsBefore; index++) before.push(await read(other, index))

  const frozen = await large.ask('/v1/selections', {
    method: 'POST',
    body: {
      resource: 'users',
      of: { query: { roleIds: ['seasonal'] }, except: [] },
      action: { kind: 'delete' },
    },
  })
  const selection: FrozenSelection = JSON.parse(frozen.body)
  expect(selection.allowed).toBe(users / 10)

  const running = new AbortController()
  const during: number[] = []
  const writes: number[] = []
  const reading = async () => {
    for (let index = 0; !running.signal.aborted; index++) during.push(await read(other, index))
  }
  const writing = async () => {
    for (let index = 1; !running.signal.aborted; index += 3) {
      const path = `/v1/users/large-${index * 10 + 1}/teams`
      const { status, ms } = await large.ask(path, { method: 'PATCH', body: { add: ['night'], remove: [] } })
      expect(status).toBe(200)
      writes.push(ms)
      await pause(writeEvery)
    }
  }
  const begun = performance.now()
  const beside = [reading(), writing()]
  const steps = await drive(large, selection)
  const seconds = (performance.now() - begun) / 1_000
  running.abort()
  await Promise.all(beside)

  const [p50Before, p50During] = [percentile(before, 0.5), percentile(during, 0.5)]
  const p95Write = percentile(writes, 0.95)
  const run = `${steps.length} steps of ${ms(percentile(steps, 0.5))}, ${seconds.toFixed(0)} s in all`
  reach({
    area: 'bulk: delete of 100,000',
    floor: 100_000,
    reached: users / 10,
    outcome: `frozen in ${ms(frozen.ms)}, ${run}`,
  })
  reach({
    area: 'bulk: another company',
    floor: readsBefore,
    reached: during.length,
    outcome: `p50 ${ms(p50Before)} before, ${ms(p50During)} during (at most 3 times)`,
  })
  reach({
    area: 'bulk: single writes',
    floor: 20,
    reached: writes.length,
    outcome: `p95 ${ms(p95Write)} (less than 500 ms)`,
  })
  const { rows } = await client.query(
    `select count(*) filter (where deleted_at is null)::integer as left,
       (select count(distinct target_id)::integer from audit where action = 'delete_user') as audited
     from users where company_id = 'large'`,
  )
  expect(rows).toEqual([{ left: users - users / 10, audited: users / 10 }])
  expect(p50During).toBeLessThan(3 * p50Before)
  expect(p95Write).toBeLessThan(500)
})
