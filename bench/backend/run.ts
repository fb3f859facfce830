import { mkdirSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '../../backend/node/database/migrate.ts'
import { openPostgres } from '../../backend/node/database/open-postgres.ts'
import { createAccounts } from '../../backend/node/identity/accounts.ts'
import { createSqlStore } from '../../backend/node/store/create-sql-store.ts'
import { type Client, signIn } from '../../scripts/backend/member.ts'
import { startBackend } from '../../scripts/backend/start-backend.ts'
import { startPostgres } from '../../scripts/postgres.ts'
import { manyUsers } from '../../test/backend/node/many-users.ts'
import { prepare, type Question, questionsOf } from './questions.ts'

const sizes = [1_204, 100_000]
const warmUp = 100
const password = 'a password of the bench'

interface Result {
  users: number
  question: string
  roster: number
  plain: number
  ratio: number
  goal: number
}

/**
 * Asks Roster over HTTP and plain SQL over the same driver the same questions, in turns, on one PostgreSQL. Options: the
 * number of rounds (default 300), then the numbers of users, then `--repository=<folder>` of another version.
 */
export async function run(options: readonly string[]): Promise<void> {
  const other = options.find((option) => option.startsWith('--repository='))?.split('=')[1]
  const [rounds = 300, ...asked] = options.filter((option) => /^\d+$/.test(option)).map(Number)
  const server = await startPostgres()
  const results: Result[] = []
  try {
    const url = server.url('postgres')
    for (const users of asked.length > 0 ? asked : sizes)
      results.push(...(await measureCompany(url, users, rounds, other)))
  } finally {
    await server.stop()
  }
  console.log(tableOf(results))
  const folder = new URL('../results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  if (!other) writeFileSync(new URL('backend.json', folder), `${JSON.stringify(results, null, 2)}\n`)
}

async function measureCompany(url: string, users: number, rounds: number, other?: string): Promise<Result[]> {
  const company = manyUsers(users)
  const id = company.company.id
  const email = company.users[0]?.email ?? ''
  const database = openPostgres(url)
  await migrate(database)
  const store = createSqlStore(database)
  await store.createCompany(company)
  await createAccounts(database, { N: 2 ** 12, r: 8, p: 1 }).setPassword(email, password)
  await store.close()

  const repository = other === undefined ? undefined : new URL(`${other}/`, `file://${process.cwd()}/`)
  const backend = await startBackend(url, repository)
  const client = await signIn(backend.address, id, { email, password })
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  try {
    const [secret = ''] = (
      await pool.query("select encode(secret_hash, 'hex') as hash from sign_ins order by created_at desc")
    ).rows
    await fillActivity(client)
    await pool.query('vacuum analyze')
    const place = { company: id, secret: String(secret.hash), users }
    const results: Result[] = []
    for (const question of questionsOf(place)) {
      const times = await measure(question, client, pool, rounds, () => prepareAll(client, place))
      const ratio = round2(times.roster / times.plain)
      results.push({ users, question: question.name, ...times, ratio, goal: question.goal })
    }
    return results
  } finally {
    client.close()
    await pool.end()
    await backend.stop()
  }
}

/** Something to read in the activity of one user. */
async function fillActivity(client: Client) {
  for (let index = 0; index < 60; index++) {
    const body = index % 2 ? { add: [], remove: ['night'] } : { add: ['night'], remove: [] }
    await client.ask('/v1/users/u7/teams', { method: 'PATCH', body })
  }
}

async function prepareAll(client: Client, place: Parameters<typeof prepare>[1]) {
  for (let round = 0; round < 50; round++) await prepare(client, place, round)
}

async function measure(
  { name, roster, plain }: Question,
  client: Client,
  pool: pg.Pool,
  rounds: number,
  getReady: () => Promise<void>,
) {
  if (name === 'change role') await getReady()
  const times = { roster: [] as number[], plain: [] as number[] }
  for (let round = 0; round < warmUp + rounds; round++) {
    const begun = performance.now()
    await roster(client, round)
    const between = performance.now()
    await plain(pool, round)
    const ended = performance.now()
    if (round < warmUp) continue
    times.roster.push(between - begun)
    times.plain.push(ended - between)
  }
  return { roster: round2(median(times.roster)), plain: round2(median(times.plain)) }
}

const round2 = (value: number) => Math.round(value * 100) / 100

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function tableOf(results: Result[]): string {
  const lines = results.map(
    ({ users, question, roster, plain, ratio, goal }) =>
      `| ${users.toLocaleString('en')} | ${question} | ${roster.toFixed(2)} | ${plain.toFixed(2)} | ${ratio.toFixed(1)} × | ≤ ${goal} × |`,
  )
  return [
    '| users | question | Roster over HTTP, ms | plain SQL, ms | ratio | goal |',
    '|---:|---|---:|---:|---:|---:|',
  ]
    .concat(lines)
    .join('\n')
}
