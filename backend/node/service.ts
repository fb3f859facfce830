import { createBackend } from '../core/create-backend.ts'
import type { Log } from '../core/ports/log.ts'
import type { Store } from '../core/ports/store.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { nodeDigest } from './digest.ts'
import { createHealth } from './health.ts'
import { type Accounts, createAccounts } from './identity/accounts.ts'
import { createCookieIdentity } from './identity/create-cookie-identity.ts'
import { openDatabase } from './open-database.ts'
import { createSqlStore } from './store/create-sql-store.ts'

/** Handles a request. */
export type Fetch = (request: Request) => Promise<Response>

/** What an extension can use. */
export interface Parts {
  store: Store
  accounts: Accounts
  /** The same database, for your own tables. */
  database: Database
  /** The HTTP API under `/v1`. */
  backend: Fetch
  log: Log
}

/** Runs before the server is ready. The function that it returns handles every request outside `/v1`, `/healthz` and `/livez`. */
export type Extend = (parts: Parts) => Promise<Fetch | undefined>

/** An open database, and the API over it. */
export interface Service {
  kind: Store['kind']
  fetch: Fetch
  /** Whether the database responds within a second. */
  isReady(): Promise<boolean>
  /** Ends the event streams, so that their connections can close. */
  endStreams(): void
  close(): Promise<void>
}

/** Settings of a service. */
export interface ServiceOptions {
  config: Config
  log: Log
  extend?: Extend
}

/** Opens the database and the API over it. */
export async function openService({ config, log, extend }: ServiceOptions): Promise<Service> {
  const database = await openDatabase(config)
  const store = createSqlStore(database)
  const accounts = createAccounts(database)
  const { fetch: backend, endStreams } = createBackend({
    store,
    log,
    digest: nodeDigest,
    ...createCookieIdentity({ database, store, accounts, secretKey: config.secretKey, log }),
  })

  async function extended() {
    try {
      return await extend?.({ store, accounts, database, backend, log })
    } catch (error) {
      await store.close()
      throw error
    }
  }
  const extension = await extended()
  const isReady = createHealth(store)

  return {
    kind: store.kind,
    async fetch(request) {
      const { pathname } = new URL(request.url)
      if (!extension || pathname === '/v1' || pathname.startsWith('/v1/')) return backend(request)
      try {
        return await extension(request)
      } catch (error) {
        log.error({ err: error, path: pathname }, 'a request outside the API failed')
        return new Response(null, { status: 500 })
      }
    },
    isReady,
    endStreams,
    close: () => store.close(),
  }
}
