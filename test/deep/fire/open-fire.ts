import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { openPglite } from '../../../backend/node/database/open-pglite.ts'
import { type Client, createClient } from '../../../scripts/backend/member.ts'
import { type RunningBackend, startBackend } from '../../../scripts/backend/start-backend.ts'
import { type PostgresServer, startPostgres } from '../../../scripts/postgres.ts'

/** Another version of the repository to compare with, by its folder. */
const { ROSTER_REPOSITORY } = process.env
const repository = ROSTER_REPOSITORY
  ? pathToFileURL(`${ROSTER_REPOSITORY}/`)
  : new URL('../../../', import.meta.url)

const password = 'correct horse battery'
const users = 1_204
const admins = 60

interface Queryable {
  query(text: string, values: unknown[]): Promise<unknown>
}

/** A company under fire, or beside it. */
export interface Company {
  id: string
  email: string
}

/** Backends on one PostgreSQL, and two companies of 1,204 users. */
export interface Fire {
  url: string
  operator: pg.Client
  victim: Company
  bystander: Company
  /** Starts a backend, on the database unless another is given. It ends with the fire. */
  start(databaseUrl?: string): Promise<RunningBackend>
  /** A client for each of as many administrators of a company, each with a session. */
  members(address: string, company: Company, count: number): Promise<Client[]>
  /** The cookies of as many administrators of a company. */
  cookies(address: string, company: Company, count: number): Promise<string[]>
  /** A backend on an embedded database with a company of 1,204 users, and clients for as many of its administrators. */
  embedded(folder: string, count: number): Promise<Client[]>
  close(): Promise<void>
}

/** Sets up a company by the command, as a person does. */
async function createCompany(environment: Record<string, string>, name: string): Promise<Company> {
  const email = `admin@${name.toLowerCase()}.example`
  const command = fileURLToPath(new URL('backend/bin/roster-backend.mjs', repository))
  const parameters = ['create-company', '--name', name, '--email', email, '--password-stdin']
  const child = spawn(process.execPath, ['--conditions=roster-source', command, ...parameters], {
    env: { PATH: process.env.PATH, ROSTER_SECRET_KEY: 'k'.repeat(32), ...environment },
    stdio: 'pipe',
  })
  child.stdin.end(`${password}\n`)
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const [, id] = /\(([\da-f-]{36})\)/.exec(output) ?? []
  if (id === undefined) throw new Error(`The company was not created: ${output}${errors}`)
  return { id, email }
}

/** Adds users, of whom some are administrators, and a team. Any version of the tables will do. */
async function fill(database: Queryable, { id }: Company) {
  await database.query("insert into teams (company_id, id, name) values ($1, 'night', 'Night')", [id])
  await database.query(
    `with person as (
       select 'u' || n as id, $1 || '-' || n as account, 'Person ' || n as name, 'person' || n || '@' || $1 || '.example' as email,
         n <= ${admins} as is_admin from generate_series(1, ${users}) n
     ), account as (
       insert into accounts (id, email, email_key, name, created_at) select account, email, email, name, now() from person
     ), member as (
       insert into users (company_id, id, account_id, name, email, sort_key, search_text, role_id, joined_at)
       select $1, id, account, name, email, lower(name), lower(name || ' ' || email),
         (select r.id from roles r where r.company_id = $1 and r.is_admin = person.is_admin), now() from person
     )
     insert into user_activity (company_id, user_id) select $1, id from person`,
    [id],
  )
}

/** Signs in by the API once. Returns the name of the cookie. */
async function signInOnce(address: string, company: Company): Promise<string> {
  const visitor = createClient(address)
  const body = { email: company.email, password }
  const { status, headers } = await visitor.ask('/v1/sign-in', { method: 'POST', body })
  visitor.close()
  if (status !== 204) throw new Error(`The sign-in was refused with ${status}.`)
  const [name = ''] = headers['set-cookie']?.[0]?.split('=') ?? []
  return name
}

/** Adds sign-ins of administrators in the form of one that exists. Returns their cookies. */
async function addSignIns(database: Queryable, name: string, company: Company, count: number) {
  const secrets = Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
  const rows = secrets.map((secret, index) => ({
    id: `${company.id}-${index}-${secret.slice(0, 8)}`,
    account_id: `${company.id}-${index + 1}`,
    secret_hash: `\\x${createHash('sha256').update(secret).digest('hex')}`,
  }))
  await database.query(
    `insert into sign_ins select made.* from (select * from sign_ins where ended_at is null limit 1) s,
       jsonb_array_elements($1::jsonb) given, jsonb_populate_record(null::sign_ins, to_jsonb(s) || given) made`,
    [JSON.stringify(rows)],
  )
  return secrets.map((secret) => `${name}=${secret}`)
}

/** The embedded database in a folder, with one company and the cookies of its administrators. */
async function openEmbedded(folder: string, count: number) {
  const environment = { ROSTER_DATA: folder }
  const company = await createCompany(environment, 'Embedded')
  const first = await startBackend(undefined, repository, environment)
  const name = await signInOnce(first.address, company)
  await first.stop()
  const database = await openPglite({ folder: join(folder, 'pglite') })
  const queryable: Queryable = {
    query: (text, values) => database.db.executeQuery(CompiledQuery.raw(text, values)),
  }
  await fill(queryable, company)
  const cookies = await addSignIns(queryable, name, company, count)
  await database.close()
  return { company, cookies, environment }
}

/** Starts PostgreSQL and sets both companies up. */
export async function openFire(): Promise<Fire> {
  const server: PostgresServer = await startPostgres()
  const url = server.url('postgres')
  const victim = await createCompany({ DATABASE_URL: url }, 'Victim')
  const bystander = await createCompany({ DATABASE_URL: url }, 'Bystander')
  const operator = new pg.Client(url)
  await operator.connect()
  for (const company of [victim, bystander]) await fill(operator, company)
  await operator.query('vacuum analyze')
  const running: RunningBackend[] = []
  const clients: Client[] = []

  // Strangers and members come from the addresses that they forward.
  async function start(databaseUrl: string | null = url, environment: Record<string, string> = {}) {
    const behindProxy = { TRUST_PROXY: '127.0.0.1', ...environment }
    const backend = await startBackend(databaseUrl ?? undefined, repository, behindProxy)
    running.push(backend)
    return backend
  }

  async function cookies(address: string, company: Company, count: number) {
    return addSignIns(operator, await signInOnce(address, company), company, count)
  }

  function clientsOf(address: string, company: Company, own: string[]) {
    const headers = { 'Roster-Company': company.id, 'X-Forwarded-For': '192.0.2.1' }
    const made = own.map((Cookie) => createClient(address, { Cookie, ...headers }))
    clients.push(...made)
    return made
  }

  return {
    url,
    operator,
    victim,
    bystander,
    start,
    cookies,
    members: async (address, company, count) =>
      clientsOf(address, company, await cookies(address, company, count)),
    async embedded(folder, count) {
      const { company, cookies: own, environment } = await openEmbedded(folder, count)
      const { address } = await start(null, environment)
      return clientsOf(address, company, own)
    },
    async close() {
      for (const client of clients) client.close()
      for (const { process } of running) {
        process.kill('SIGCONT')
        process.kill('SIGKILL')
      }
      await operator.end()
      await server.stop()
    },
  }
}
