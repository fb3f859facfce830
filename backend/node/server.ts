import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { problemResponse } from '../core/http/problem-response.ts'
import { Refused } from '../core/ports/refused.ts'
import type { Config } from './config.ts'
import { findHolder, type HeldFolder, holdFolder, instanceHeader } from './data-folder.ts'
import { withConnection } from './identity/connection.ts'
import { trustProxies } from './identity/trusted-proxies.ts'
import { listen } from './listen.ts'
import { createLog } from './log.ts'
import { type Extend, type Fetch, openService, type Service } from './service.ts'

/** Settings of a server. */
export interface StartOptions {
  config: Config
  /** Adds your own pages and routes to the same origin, or fills the database, before the server is ready. */
  extend?: Extend
}

/** The started server, or the address of another that uses the data folder. */
export type Started =
  | { status: 'started'; address: string; stop(): Promise<void> }
  | { status: 'elsewhere'; address: string }

const requestTimeout = 30_000
const drainTimeout = 10_000

/** A database on a server needs no lock of ours. */
const nothingHeld: HeldFolder = { stopping: async () => {}, release: async () => {} }

/** Waits for running requests, up to a limit, and closes each connection when it becomes idle. */
function drain(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), drainTimeout)
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
  })
}

/** Starts a backend. It listens first and responds with 503 until its database is open and migrated. */
export async function startServer({ config, extend }: StartOptions): Promise<Started> {
  const folder = config.databaseUrl ? undefined : config.dataFolder
  const running = folder && (await findHolder(folder))
  if (running) return { status: 'elsewhere', address: running.address }

  const log = createLog(config.logLevel)
  const instance = randomUUID()
  const connectionOf = trustProxies(config.trustedProxies)
  let service: Service | undefined

  const health = async () => {
    const isReady = (await service?.isReady()) ?? false
    const body = isReady ? { status: 'ok', store: service?.kind } : { status: 'unavailable' }
    const headers = { [instanceHeader]: instance, 'Cache-Control': 'no-store' }
    return Response.json(body, { status: isReady ? 200 : 503, headers })
  }
  const answer: Fetch = async (request) => {
    if (new URL(request.url).pathname === '/healthz') return health()
    if (service) return service.fetch(request)
    return problemResponse(new Refused('unavailable', { retryAfter: 1 }), randomUUID())
  }
  const listener = getRequestListener((request, { incoming }) => {
    const { socket, headers } = incoming
    const arrival = {
      remoteAddress: socket.remoteAddress,
      isEncrypted: 'encrypted' in socket,
      forwardedFor: headers['x-forwarded-for']?.toString(),
      forwardedProto: headers['x-forwarded-proto']?.toString(),
    }
    return withConnection(connectionOf(arrival), () => answer(request))
  })
  const server = createServer({ requestTimeout }, listener)
  const address = await listen(server, config.host, config.port)

  try {
    const me = { pid: process.pid, instance, address, isStopping: false }
    const held = folder ? await holdFolder(folder, me) : nothingHeld
    if ('address' in held) {
      await drain(server)
      return { status: 'elsewhere', address: held.address }
    }
    try {
      service = await openService({ config, log, extend })
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
        await held.stopping()
        endStreams()
        await drain(server)
        await close()
        await held.release()
        log.info('stopped')
      },
    }
  } catch (error) {
    await drain(server)
    throw error
  }
}
