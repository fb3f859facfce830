import type { HttpHandler } from 'msw'
import { createBackend } from '../backend/core/create-backend.ts'
import type { UserSource } from '../backend/core/memory/computed-users.ts'
import { createMemoryStore } from '../backend/core/memory/create-memory-store.ts'
import { toRecord } from '../backend/core/memory/to-record.ts'
import type { UserRecord } from '../backend/core/ports/records.ts'
import type { NewCompany, Store } from '../backend/core/ports/store.ts'
import { bearerIdentity } from './bearer-identity.ts'
import { handlers } from './handlers.ts'
import { openConversations } from './open-conversations.ts'
import { seedCompany } from './people/seed-company.ts'
import type { Answer, Scenario } from './scenarios/scenario.ts'
import { type ScenarioName, scenarios } from './scenarios/scenarios.ts'

/** Settings of the mocks. */
export interface MocksOptions {
  /** What is special about the backend. Several scenarios can be combined. @default 'many' */
  scenario?: ScenarioName | readonly ScenarioName[]
  /** @default one company of 1,204 users */
  companies?: NewCompany[]
  /** Milliseconds since 1970. With a fixed clock, people and dates are the same in every run. @default Date.now */
  clock?: () => number
}

/** A mocked backend with companies in memory. */
export interface Mocks {
  /** Handlers for `setupWorker` and `setupServer`. The client's `baseUrl` is `/roster-api`. */
  handlers: HttpHandler[]
  /** The id of the first company. */
  company: string
  /** Bearer token of its first user, who is an admin in most scenarios. The token of any other user is their `accountId`. */
  token: string
  /** The store behind the backend, for reading and changing the data in tests. */
  store: Store
}

/** Creates the reference backend over a memory store, for tests, stories and demos without a server. */
export async function createMocks({
  scenario = 'many',
  companies,
  clock = Date.now,
}: MocksOptions = {}): Promise<Mocks> {
  const now = clock()
  const played = [scenario].flat().map(scenarioOf)
  const [first = seedCompany({ now }), ...others] = companies ?? []
  const source = played.reduce<UserSource | undefined>(
    (before, { users }) => users?.(now) ?? before,
    undefined,
  )
  const seed = source ? withUser(first, toRecord(source.at(0))) : first
  const company = played.reduce((before, { company }) => company?.(before, now) ?? before, seed)
  const seeds = [company, ...others]
  const memory = createMemoryStore({ clock, sourceOf: (seed) => (seed === company ? source : undefined) })
  for (const seed of seeds) await memory.createCompany(seed)

  const store = played.reduce<Store>((before, { store }) => store?.(before) ?? before, memory)
  const backend = createBackend({ store, identity: bearerIdentity(seeds, now), content: openConversations })
  const answer = played.reduce<Answer>((before, { network }) => network?.(before) ?? before, backend.fetch)
  return {
    handlers: handlers(answer),
    company: company.company.id,
    token: company.users[0]?.accountId ?? '',
    store,
  }
}

/** A company whose only user is this one, who has made its invitations. */
const withUser = (company: NewCompany, user: UserRecord | null): NewCompany => ({
  ...company,
  users: user ? [user] : [],
  invitations: user
    ? (company.invitations ?? []).map((invitation) => ({ ...invitation, invitedBy: user.id }))
    : [],
})

/** The scenario of a name, which may come from an address or a toolbar and so be unknown. */
function scenarioOf(name: ScenarioName): Scenario {
  if (Object.hasOwn(scenarios, name)) return scenarios[name]
  throw new Error(`Unknown scenario "${name}". Use one of ${Object.keys(scenarios).join(', ')}.`)
}
