import type { Identity } from '../backend/core/ports/identity.ts'
import type { NewCompany } from '../backend/core/ports/store.ts'

const day = 86_400_000

/** An identity whose bearer tokens are account ids of the companies. A service worker cannot read cookies. */
export function bearerIdentity(companies: readonly NewCompany[], now: number): Identity {
  const people = companies.flatMap(({ users }) => users)
  const accounts = new Map(
    people.map(({ accountId, name, email }) => [accountId, { id: accountId, name, email }]),
  )
  const ended = new Set<string>()
  return {
    async authenticate(request) {
      const [, token = ''] = /^Bearer ([\w-]+)$/.exec(request.headers.get('authorization') ?? '') ?? []
      const account = accounts.get(token)
      if (!account || ended.has(token)) return null
      return {
        account,
        signIn: {
          id: `sign-in-${token}`,
          accountId: token,
          authenticatedAt: new Date(now),
          expiresAt: new Date(now + day),
        },
      }
    },
    async endSignIns(accountId) {
      ended.add(accountId)
    },
  }
}
