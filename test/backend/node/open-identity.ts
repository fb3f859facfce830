import { createBackend } from '../../../backend/core/create-backend.ts'
import { linkKeysOf } from '../../../backend/core/invitations/link-keys.ts'
import { createInvitationTokens } from '../../../backend/core/invitations/token.ts'
import type { Log } from '../../../backend/core/ports/log.ts'
import type { Database } from '../../../backend/node/database/database.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { nodeDigest } from '../../../backend/node/digest.ts'
import { createAccounts } from '../../../backend/node/identity/accounts.ts'
import { type Connection, withConnection } from '../../../backend/node/identity/connection.ts'
import { createCookieIdentity } from '../../../backend/node/identity/create-cookie-identity.ts'
import type { AttemptLimits } from '../../../backend/node/identity/sign-in-attempts.ts'
import { createSqlStore } from '../../../backend/node/store/create-sql-store.ts'
import { aCompany } from '../suite/a-company.ts'
import { moveClock } from './move-clock.ts'
import { createPostgres } from './test-postgres.ts'

/** Too cheap for anything but tests. */
export const testCost = { N: 2 ** 10, r: 8, p: 1 }

const origin = 'http://roster.example'

interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  from?: Partial<Connection>
}

const originOf = ({ isHttps = false, host = 'roster.example' }: Partial<Connection> = {}) =>
  `${isHttps ? 'https' : 'http'}://${host}`

/** The backend with cookie sign-ins, and two companies of which Ada administers both. */
export async function openIdentity(
  limits: AttemptLimits = { perPair: 3, perAddress: 6, perAccount: 5, perDevice: 2 },
  log?: Log,
  over: (database: Database) => Database = (database) => database,
) {
  const url = await createPostgres()
  const database = over(openPostgres(url))
  const store = createSqlStore(database)
  const accounts = createAccounts(database, testCost)
  const cookies = createCookieIdentity({
    database,
    store,
    accounts,
    deployment: 'test',
    limits,
    secretKey: 'k'.repeat(32),
    log,
  })
  const tokens = createInvitationTokens(await linkKeysOf(['k'.repeat(32)]))
  const backend = createBackend({ store, tokens, digest: nodeDigest, ...cookies })

  const ada = { id: 'u1', accountId: 'ada', email: 'Ada@one.example', roleId: 'admin' }
  const bob = { id: 'u2', accountId: 'bob', email: 'bob@one.example' }
  const [one, two] = [aCompany([ada, bob], 'One'), aCompany([ada], 'Two')]
  for (const company of [one, two]) await store.createCompany(company)
  await accounts.setPassword(ada.email, 'right password')

  const send = (path: string, { method = 'GET', headers, body, from }: Sent = {}) =>
    withConnection({ address: '203.0.113.7', isHttps: false, ...from }, () =>
      backend.fetch(
        new Request(`${origin}${path}`, {
          method,
          headers: { 'Content-Type': 'application/json', ...headers },
          body: body === undefined ? undefined : JSON.stringify(body),
        }),
      ),
    )
  const signIn = (sent: Sent = {}) =>
    send('/v1/sign-in', {
      method: 'POST',
      body: { email: 'ada@one.example', password: 'right password' },
      ...sent,
      headers: { Origin: originOf(sent.from), Host: 'roster.example', ...sent.headers },
    })

  return {
    url,
    tokens,
    store,
    database,
    accounts,
    identity: cookies.identity,
    advance: moveClock(database),
    one: one.company.id,
    two: two.company.id,
    send,
    signIn,
    /** Signs in and returns the cookie to send. */
    async cookie(sent: Sent = {}) {
      const [pair = ''] = ((await signIn(sent)).headers.get('set-cookie') ?? '').split(';')
      return pair
    },
    session: (cookie: string, company: string) =>
      send('/v1/session', { headers: { Cookie: cookie, 'Roster-Company': company } }),
  }
}

/** The code of a problem. */
export async function codeOf(response: Response): Promise<string> {
  const problem: unknown = await response.json()
  return typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : ''
}
