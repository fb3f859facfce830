import { createBackend } from '../../../../backend/core/create-backend.ts'
import { linkKeysOf } from '../../../../backend/core/invitations/link-keys.ts'
import { createInvitationTokens } from '../../../../backend/core/invitations/token.ts'
import type { Identity } from '../../../../backend/core/ports/identity.ts'
import type { Store } from '../../../../backend/core/ports/store.ts'
import { createHttpApi } from '../../../../src/client/create-http-api.ts'
import { createJoinApi } from '../../../../src/client/create-join-api.ts'
import { createReporter } from '../../../../src/state/core/reporter.ts'
import type { Clock } from '../../../../src/state/environment/clock.ts'
import { invitationsOf } from '../../../../src/state/invitations/invitations-state.ts'
import { createInvitationsView } from '../../../../src/state/invitations/invitations-view.ts'
import { createRowList } from '../../../../src/state/lists/row-list.ts'
import { createRosterState } from '../../../../src/state/roster/roster-state.ts'
import { createUsersView } from '../../../../src/state/users/users-view.ts'

const baseUrl = 'http://roster.test'

/** The account of an address. */
export const accountOf = (email: string) => `account-of-${email.split('@')[0]}`

/** The backend over a store, and clients whose `fetch` it is. A bearer token is the address of an account. */
export async function aServer(store: Store, clock: Clock) {
  const tokens = createInvitationTokens(await linkKeysOf(['a secret of at least 32 characters']))
  const begun = new Date(clock.now())
  const accounts = new Map<string, string>()
  const identity: Identity = {
    async authenticate({ headers }) {
      const email = headers.get('authorization')?.replace(/^Bearer /, '')
      if (!email) return null
      const id = accounts.get(email) ?? accountOf(email)
      const expiresAt = new Date(begun.getTime() + 10 * 365 * 86_400_000)
      return {
        account: { id, email, name: email, emailVerified: true },
        signIn: { id: `s-${id}`, accountId: id, authenticatedAt: begun, expiresAt },
      }
    },
    async endSignIns() {},
  }
  const backend = createBackend({ store, identity, tokens })
  const answers: string[] = []
  const fetch = async (input: Request, init?: RequestInit) => {
    const response = await backend.fetch(new Request(input, init))
    if (!response.headers.get('content-type')?.includes('json')) return response
    const text = await response.text()
    answers.push(text)
    return new Response(text, response)
  }
  const options = (email: string) => ({ baseUrl, fetch, retry: 0, getToken: () => email })

  return {
    tokens,
    /** The accounts of addresses that {@link accountOf} doesn't know. */
    accounts,
    /** The texts of all responses. */
    answers,
    /** The port of an account to a company. */
    apiOf: (company: string, email: string) => createHttpApi({ ...options(email), company }),
    joinApiOf: (email: string) => createJoinApi(options(email)),
    end: () => backend.endStreams(),
  }
}

/** What a person sees of a company, who looks at both lists. */
export function aClient(api: ReturnType<Awaited<ReturnType<typeof aServer>>['apiOf']>, clock: Clock) {
  const state = createRosterState({ api, epoch: 0, clock, reporter: createReporter(), reset: () => {} })
  const store = invitationsOf(state)
  const invitations = createRowList(state, store, createInvitationsView({ clock, searchDelay: 0 }))
  const users = createRowList(state, state.users, createUsersView({ clock, searchDelay: 0 }))
  const leaves = [invitations, users].map((list) => list.subscribe(() => {}))
  return {
    api,
    state,
    writes: store.writes,
    invitations,
    users,
    /** Takes the changes that are offered. */
    rest: () => Promise.all([invitations.applyChanges(), users.applyChanges()]),
    leave() {
      for (const leave of leaves) leave()
    },
  }
}
