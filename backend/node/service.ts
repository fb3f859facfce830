import { createBackend } from '../core/create-backend.ts'
import { linkKeysOf } from '../core/invitations/link-keys.ts'
import { createInvitationTokens } from '../core/invitations/token.ts'
import type { ContentPort } from '../core/ports/content.ts'
import type { Log } from '../core/ports/log.ts'
import type { MailPort } from '../core/ports/mail.ts'
import type { PresencePort } from '../core/ports/presence.ts'
import type { Store } from '../core/ports/store.ts'
import { within } from '../core/queues/within.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { asRequest } from './database/turn.ts'
import { nodeDigest } from './digest.ts'
import type { InvitationTemplate } from './email/invitation-message.ts'
import { startSending } from './email/start-sending.ts'
import { createHealth } from './health.ts'
import { type Accounts, createAccounts } from './identity/accounts.ts'
import { createCookieIdentity } from './identity/create-cookie-identity.ts'
import { readDeployment } from './identity/read-deployment.ts'
import { openDatabase } from './open-database.ts'
import { createSqlStore, type SqlStore } from './store/create-sql-store.ts'
import { startSweeping } from './sweeping/start-sweeping.ts'

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

/** Your product beside the API. */
export interface Extension {
  /** Handles every request outside `/v1`, `/healthz` and `/livez`. */
  fetch: Fetch
  /** Your product's content, which reports what deleting users changes. */
  content?: ContentPort
  /** Sends emails in your way, instead of by `SMTP_URL`. */
  mail?: MailPort
  /** Writes the emails of invitations. @default `writeInvitationEmail` */
  invitationTemplate?: InvitationTemplate
  /** Ends what the extension has started. */
  close?: () => Promise<void>
  /** Whether your product's users are online. */
  presence?: PresencePort
}

/** Runs before the server is ready, and returns your product's part of it. */
export type Extend = (parts: Parts) => Promise<Extension | undefined>

/** An open database, and the API over it. */
export interface Service {
  kind: Store['kind']
  database: Database
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
  /** How long a minute of an idle logout policy lasts, in ms, for demos and tests. @default 60_000 */
  idleMinute?: number
  log: Log
  /** The address that the backend listens on. */
  address: string
  extend?: Extend
}

/** Ms for the extension to close. The database is closed after it, and the whole process ends within ten seconds. */
const patienceWithExtension = 2_000

/** Opens the database and the API over it. */
export async function openService(options: ServiceOptions): Promise<Service> {
  const database = await openDatabase(options.config)
  const store = createSqlStore(database, { idleMinute: options.idleMinute })
  try {
    return await serve(database, store, options)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function serve(
  database: Database,
  store: SqlStore,
  { config, idleMinute, address, log, extend }: ServiceOptions,
): Promise<Service> {
  const { secretKey, previousSecretKeys } = config
  const tokens = createInvitationTokens(await linkKeysOf([secretKey, ...previousSecretKeys]))
  const accounts = createAccounts(database)
  const deployment = await readDeployment(database)
  const identity = createCookieIdentity({ database, store, accounts, deployment, secretKey, log })
  let extension: Extension | undefined
  const content: ContentPort = {
    impact: async (...asked) => (await extension?.content?.impact?.(...asked)) ?? [],
  }
  const { fetch: backend, endStreams } = createBackend({
    store,
    tokens,
    log,
    digest: nodeDigest,
    content,
    presence: () => extension?.presence,
    ...identity,
  })
  extension = await extend?.({ store, accounts, database, backend, log })
  const stopSweeping = startSweeping(database, log, idleMinute)
  const stopSending = startSending({
    ...{ config: config.mail, address, outbox: store.mail, tokens, log },
    mail: extension?.mail,
    template: extension?.invitationTemplate,
  })

  return {
    kind: store.kind,
    database,
    async fetch(request) {
      const { pathname } = new URL(request.url)
      if (!extension || pathname === '/v1' || pathname.startsWith('/v1/'))
        return asRequest(() => backend(request))
      try {
        return await extension.fetch(request)
      } catch (error) {
        log.error({ err: error, path: pathname }, 'a request outside the API failed')
        return new Response(null, { status: 500 })
      }
    },
    isReady: createHealth(store),
    endStreams,
    async close() {
      await stopSending()
      await within(patienceWithExtension, async () => extension?.close?.()).catch((error: unknown) =>
        log.error({ err: error }, 'the extension could not be closed'),
      )
      // At the same time, since closing the store ends what sweeping may wait for.
      await Promise.all([stopSweeping(), store.close()])
    },
  }
}
