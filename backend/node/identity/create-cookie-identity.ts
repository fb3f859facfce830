import type { Identity } from '../../core/ports/identity.ts'
import { Refused } from '../../core/ports/refused.ts'
import type { SignIns } from '../../core/ports/sign-ins.ts'
import type { Store } from '../../core/ports/store.ts'
import type { Database } from '../database/open.ts'
import { reachable } from '../database/reachable.ts'
import type { Accounts } from './accounts.ts'
import { currentConnection } from './connection.ts'
import { cookieName, readCookie, writeCookie } from './cookie.ts'
import { requireOwnOrigin } from './own-origin.ts'
import { type AttemptLimits, createSignInAttempts } from './sign-in-attempts.ts'
import { createSignInRecords } from './sign-in-records.ts'

export interface CookieIdentityOptions {
  database: Database
  store: Store
  accounts: Accounts
  /** Seconds that a sign-in lasts at most. @default 12 hours */
  lifetime?: number
  limits?: AttemptLimits
}

/** Identity by a cookie that an email and a password earn. */
export function createCookieIdentity(options: CookieIdentityOptions): {
  identity: Identity
  signIns: SignIns
} {
  const { database, store, accounts, lifetime = 12 * 60 * 60, limits } = options
  const records = createSignInRecords(database, lifetime)
  const attempts = createSignInAttempts(database, limits)

  const cookieOf = (request: Request) => readCookie(request, cookieName(currentConnection().isHttps))
  const setCookie = (value: string, maxAge: number) => ({
    'Set-Cookie': writeCookie(value, currentConnection().isHttps, maxAge),
  })
  const authenticate = (request: Request) => reachable(records.find(cookieOf(request)))

  const identity: Identity = {
    authenticate,
    endSignIns: (accountId) => reachable(records.endAll(accountId)),
  }

  async function verify(email: string, password: string) {
    const { address } = currentConnection()
    await attempts.count(email, address)
    const account = await accounts.verify(email, password)
    if (!account) throw new Refused('wrong_credentials')
    await attempts.forgive(email, address)
    return account
  }

  const signIns: SignIns = {
    guard: async (request) => requireOwnOrigin(request, request.headers.has('cookie')),

    async signIn(request, { email, password }) {
      const account = await reachable(verify(email, password))
      const current = await authenticate(request)
      const company = request.headers.get('roster-company')
      const isSame = current?.account.id === account.id && current.signIn.expiresAt > (await store.now())
      if (isSame && company) {
        // The other companies' tabs go on: the sign-in stays, and only this company gets a new session.
        await store.reopen(company, current.signIn)
        return {}
      }
      if (current) await reachable(records.end(current.signIn))
      return setCookie(await reachable(records.open(account.id)), lifetime)
    },

    async signOut(_request, { signIn }) {
      await reachable(records.end(signIn))
      return setCookie('', 0)
    },
  }
  return { identity, signIns }
}
