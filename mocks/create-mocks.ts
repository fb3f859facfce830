import type { HttpHandler } from 'msw'
import { createBackend } from '../backend/core/create-backend.ts'
import { createMemoryStore } from '../backend/core/memory-store.ts'
import type { Founding, Store } from '../backend/core/store.ts'
import { bearerIdentity } from './bearer-identity.ts'
import { handlers } from './handlers.ts'
import { seedCompany } from './seed-company.ts'

/** What is mocked. */
export interface MocksOptions {
  /** @default one company of 1,204 users */
  companies?: Founding[]
  /** Milliseconds since 1970. @default Date.now */
  clock?: () => number
}

/** A backend of companies in memory. */
export interface Mocks {
  /** For `setupWorker` and `setupServer`; the client's `baseUrl` is `/roster-api`. */
  handlers: HttpHandler[]
  /** The first company. */
  company: string
  /** Bearer token of its first user, an admin; any other user's is their `accountId`. */
  token: string
  /** To look behind the answers, and to change what they are. */
  store: Store
}

/** The reference backend over a memory store, for tests, stories and demos without a server. */
export async function createMocks({ companies, clock = Date.now }: MocksOptions = {}): Promise<Mocks> {
  const now = clock()
  const seeds = companies ?? [seedCompany({ now })]
  const store = createMemoryStore({ clock })
  for (const seed of seeds) await store.found(seed)
  const [first] = seeds
  return {
    handlers: handlers(createBackend({ store, identity: bearerIdentity(seeds, now) })),
    company: first?.company.id ?? '',
    token: first?.users[0]?.accountId ?? '',
    store,
  }
}
