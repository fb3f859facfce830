import { randomUUID } from 'node:crypto'
import { problemResponse } from '../core/http/problem-response.ts'
import { seal } from '../core/http/seal.ts'
import { Refused } from '../core/ports/refused.ts'
import { databaseCommands, isDatabaseCommand } from './commands/database-commands.ts'
import type { Config } from './config.ts'
import type { FindCommand } from './folder/commands.ts'
import { type FoundHolder, findHolder } from './folder/find-holder.ts'
import { type HeldFolder, holdFolder } from './folder/hold-folder.ts'
import { trustedBlocks } from './identity/trusted-blocks.ts'
import { trustProxies } from './identity/trusted-proxies.ts'
import { listen } from './listen.ts'
import { createLog } from './log.ts'
import { createHttpServer } from './requests/create-http-server.ts'
import { type Extend, type Fetch, openService, type Service } from './service.ts'

/** Settings of a server. */
export interface StartOptions {
  config: Config
  /** Adds your own pages and routes to the same origin, or fills the database, before the server is ready. */
  extend?: Extend
  /** How long a minute of an idle logout policy lasts, in ms, for demos and tests. @default 60_000 */
  idleMinute?: number
  /** Resolves when the process is about to stop, even while it starts. The next process then waits. */
  ending?: Promise<unknown>
}

/** The started server, or the address of another that uses the data folder. */
export type Started =
  | { status: 'started'; address: string; stop(): Promise<void> }
  | { status: 'elsewhere'; address: string }

/** A database on a server needs no lock on a folder. */
const nothingHeld: HeldFolder = { stopping: () => {}, release: async () => {} }

const elsewhere = ({ address = '' }: FoundHolder) => ({ status: 'elsewhere', address }) as const

/** Starts a backend. It listens first and responds with 503 until its database is open and migrated. */
export async function startServer({ config, extend, idleMinute, ending }: StartOptions): Promise<Started> {
  const folder = config.databaseUrl ? undefined : config.dataFolder
  const running = folder && (await findHolder(folder))
  if (running) return elsewhere(running)

  const log = createLog(config.logLevel)
  const isProxy = trustedBlocks(config.trustedProxies)
  const connectionOf = trustProxies(isProxy)
  let service: Service | undefined

  const health = async () => {
    const isReady = (await service?.isReady()) ?? false
    const body = isReady ? { status: 'ok', store: service?.kind } : { status: 'unavailable' }
    const headers = { 'Cache-Control': 'no-store' }
    return Response.json(body, { status: isReady ? 200 : 503, headers })
  }
  const answer: Fetch = async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/livez')
      return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
    if (pathname === '/healthz') return health()
    if (service) return service.fetch(request)
    const requestId = randomUUID()
    return seal(problemResponse(new Refused('unavailable', { retryAfter: 1 }), requestId), requestId)
  }
  const { server, drain } = createHttpServer({
    handle: answer,
    connectionOf,
    isProxy,
    log,
    hsts: config.hsts,
  })
  const address = await listen(server, config.host, config.port)

  try {
    const command: FindCommand = (name) => {
      if (!isDatabaseCommand(name)) return undefined
      const database = service?.database
      return database ? (input) => databaseCommands[name](database, input) : null
    }
    const held = folder
      ? await holdFolder(folder, { holder: { address, isPassing: false }, command })
      : nothingHeld
    if ('socket' in held) {
      await drain()
      return elsewhere(held)
    }
    ending?.then(held.stopping)
    try {
      service = await openService({ config, log, address, extend, idleMinute })
    } catch (error) {
      await held.release()
      throw error
    }
    const { kind, endStreams, close } = service
    log.info({ address, store: kind, pid: process.pid }, 'ready')
    return {
      status: 'started',
      address,
      async stop() {
        log.info('stopping')
        held.stopping()
        endStreams()
        await drain()
        await close()
        await held.release()
        log.info('stopped')
      },
    }
  } catch (error) {
    await drain()
    throw error
  }
}
