import { randomBytes } from 'node:crypto'
import type { Identity } from '../../core/ports/identity.ts'
import { type Log, silentLog } from '../../core/ports/log.ts'
import type { SignIns } from '../../core/ports/sign-ins.ts'
import type { Database } from '../database/database.ts'
import { reachable, repeatable } from '../database/reachable.ts'
import { inTurnOf } from '../database/turn.ts'
import type { SqlStore } from '../store/create-sql-store.ts'
import type { Accounts } from './accounts.ts'
import { currentConnection } from './connection.ts'
import { type CookiePurpose, cookiesOf } from './cookie.ts'
import { createCookieLookups } from './cookie-lookups.ts'
import { createDeviceCookies } from './device-cookies.ts'
import { createJoinAccounts } from './join-accounts.ts'
import { networkOf } from './network.ts'
import { requireOwnOrigin } from './own-origin.ts'
import { hashSecret } from './secret.ts'
import { type AttemptLimits, createSignInAttempts } from './sign-in-attempts.ts'
import { createSignInRecords } from './sign-in-records.ts'
import { createSignInTurns } from './sign-in-turns.ts'
import { createVerifyPassword } from './verify-password.ts'

export interface CookieIdentityOptions {
  database: Database
  store: SqlStore
  accounts: Accounts
  /** The id of this deployment, which names its cookies. */
  deployment: string
  /** Signs device cookies. @default a random key, which other instances and later starts do not know */
  secretKey?: string
  /** The longest time that a sign-in lasts, in seconds. @default 12 hours */
  lifetime?: number
  limits?: AttemptLimits
  /** @default no log */
  log?: Log
}

/** How long a browser is recognized after its last sign-in, in seconds. */
const deviceLifetime = 180 * 24 * 60 * 60

/** The owner of members' work that belongs to no company. It takes turns like a company. */
const ofMembers = { company: 'members' }

/** Identity by a cookie, which a sign-in with email and password returns. */
export function createCookieIdentity(options: CookieIdentityOptions): {
  identity: Identity
  signIns: SignIns
} {
  const { database, store, accounts, deployment, lifetime = 12 * 60 * 60, limits, log = silentLog } = options
  const { secretKey = randomBytes(32).toString('hex') } = options
  const cookies = cookiesOf(deployment)
  const records = createSignInRecords(database, lifetime)
  const attempts = createSignInAttempts(database, limits)
  const devices = createDeviceCookies({ secretKey, lifetime: deviceLifetime })
  const verify = createVerifyPassword({ accounts, attempts, log, secretKey })

  const cookieOf = (request: Request, purpose: CookiePurpose) =>
    cookies.read(request, purpose, currentConnection().isHttps)
  const setCookie = (purpose: CookiePurpose, value: string, maxAge: number): [string, string] => [
    'Set-Cookie',
    cookies.write(purpose, value, currentConnection().isHttps, maxAge),
  ]
  const visitor = () => networkOf(currentConnection().address)
  const lookUp = createCookieLookups()
  const inSignInTurn = createSignInTurns()
  const credentialOf = (request: Request) => hashSecret(cookieOf(request, 'sign-in'))

  async function authenticate(request: Request) {
    const key = credentialOf(request)?.toString('base64')
    if (key === undefined) return null
    const find = () => repeatable(() => records.find(cookieOf(request, 'sign-in')))
    return lookUp({ key, owner: ofMembers, visitor: visitor() }, { find })
  }

  const identity: Identity = {
    authenticate,
    credentialOf: (request) => credentialOf(request)?.toString('base64'),
    async admit(request, companyId) {
      const hash = credentialOf(request)
      if (!hash) return null
      const key = `${companyId} ${hash.toString('base64')}`
      const owner = { company: companyId }
      return lookUp(
        { key, owner, visitor: visitor() },
        {
          find: () => store.admitBySecret(companyId, hash),
          isOwners: ({ admission }) => admission !== null,
        },
      )
    },
    endSignIns: (accountId) => reachable(records.endAll(accountId)),
  }

  /**
   * The secret of a sign-in that continues, or undefined if a new one begins. Tabs of other companies share the cookie
   * and continue. An older copy of the cookie is no longer valid.
   */
  async function renew(request: Request, accountId: string, requestId: string): Promise<string | undefined> {
    const current = await authenticate(request)
    if (!current) return undefined
    const company = request.headers.get('roster-company')
    const isSame = current.account.id === accountId && current.signIn.expiresAt > (await store.now())
    if (!isSame || !company) {
      await reachable(records.end(current.signIn, requestId))
      return undefined
    }
    const renewed = await reachable(records.renew(cookieOf(request, 'sign-in')))
    if (renewed) await store.reopen(company, renewed.signIn)
    return renewed?.secret
  }

  const headersOf = (secret: string, email: string) => [
    setCookie('sign-in', secret, lifetime),
    setCookie('device', devices.issue(email), deviceLifetime),
  ]

  const signIns: SignIns = {
    joining: createJoinAccounts({ accounts, inSignInTurn, visitor, lifetime, headersOf }),

    guard: async (request) => requireOwnOrigin(request, request.headers.has('cookie')),

    async signIn(request, { email, password }, requestId) {
      const { address } = currentConnection()
      const device = devices.read(cookieOf(request, 'device'), email)
      const owner = { visitor: device ?? visitor() }
      const secret = await inSignInTurn(owner.visitor, () =>
        inTurnOf(owner, async () => {
          const account = await reachable(verify({ email, address, device }, password, requestId))
          return (await renew(request, account.id, requestId)) ?? reachable(records.open(account.id))
        }),
      )
      return headersOf(secret, email)
    },

    async signOut(_request, { signIn }, requestId) {
      await reachable(records.end(signIn, requestId))
      return [setCookie('sign-in', '', 0)]
    },
  }
  return { identity, signIns }
}
