import { randomUUID } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { getRequestListener, RequestError } from '@hono/node-server'
import { problemResponse } from '../../core/http/problem-response.ts'
import { seal } from '../../core/http/seal.ts'
import type { Log } from '../../core/ports/log.ts'
import { Refused } from '../../core/ports/refused.ts'
import { type Connection, withConnection } from '../identity/connection.ts'
import type { Arrival, ReadConnection } from '../identity/trusted-proxies.ts'
import { checkRequest } from './check-request.ts'
import { type Hsts, hstsHeader } from './hsts.ts'
import { limitConnections } from './limit-connections.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'

/** Settings of the HTTP server. */
export interface HttpServerOptions {
  /** Handles each request that can be read. */
  handle: (request: Request) => Promise<Response>
  connectionOf: ReadConnection
  /** Whether a plain address is a trusted proxy's. */
  isProxy: (address: string) => boolean
  log: Log
  /** Sent to browsers that use HTTPS. @default no such header */
  hsts?: Hsts
  /** @default 15 seconds for the headers, 30 for the whole request */
  arrivalTimeouts?: ArrivalTimeouts
}

/** How long a request may take to arrive, in ms. */
export interface ArrivalTimeouts {
  headersTimeout: number
  requestTimeout: number
  /** How often connections are checked. */
  connectionsCheckingInterval: number
}

/** A server for HTTP requests. */
export interface HttpServer {
  server: Server
  /** Asks clients to close their connections, waits for running requests up to a limit, and stops listening. */
  drain(): Promise<void>
}

const arrival: ArrivalTimeouts = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  // Node's own interval of 30 seconds would double the others.
  connectionsCheckingInterval: 2_500,
}
const stalledTimeout = 300_000
const drainTimeout = 7_000

/** Creates a server that responds to every request it cannot read with a problem of the contract, or closes it. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { handle, connectionOf, isProxy, log, hsts, arrivalTimeouts = arrival } = options
  const responding = new Set<ServerResponse>()
  let isDraining = false

  function refusal(error: unknown): Response {
    const requestId = randomUUID()
    const isClients = error instanceof RequestError
    if (!isClients) log.error({ requestId, err: error }, 'a request failed')
    return seal(
      problemResponse(new Refused(isClients ? 'malformed_request' : 'internal'), requestId),
      requestId,
    )
  }

  const listener = getRequestListener(handle, { errorHandler: refusal })

  /** Reads the connection of a request, and sets the headers of every response to it. */
  function arrive(incoming: IncomingMessage, outgoing: ServerResponse): Connection {
    const connection = connectionOf(arrivalOf(incoming))
    if (hsts && connection.isHttps) outgoing.setHeader('Strict-Transport-Security', hstsHeader(hsts))
    if (isDraining) outgoing.setHeader('Connection', 'close')
    return connection
  }

  const respond: RequestListener = (incoming, outgoing) => {
    responding.add(outgoing)
    outgoing.on('close', () => responding.delete(outgoing))
    const connection = arrive(incoming, outgoing)
    const refused = checkRequest(incoming)
    if (refused) sendRefusal(refused, outgoing)
    else withConnection(connection, () => listener(incoming, outgoing))
  }

  // Hosts are checked here, since Node's own check responds without a body.
  const server = createServer({ ...arrivalTimeouts, requireHostHeader: false }, respond)
  server.on('checkExpectation', (incoming, outgoing) => {
    arrive(incoming, outgoing)
    sendRefusal(new Refused('malformed_request', { detail: 'The Expect header is unknown.' }), outgoing)
  })
  refuseUnreadable(server, log)
  limitConnections(server, { isProxy })
  // A client that doesn't read its response for so long is gone. Event streams send something every few seconds.
  server.setTimeout(stalledTimeout)

  return {
    server,
    drain() {
      isDraining = true
      for (const outgoing of responding) if (!outgoing.headersSent) outgoing.setHeader('Connection', 'close')
      const cut = setTimeout(() => server.closeAllConnections(), drainTimeout)
      const sweep = setInterval(() => server.closeIdleConnections(), 20)
      return new Promise((resolve) => {
        server.close(() => {
          clearTimeout(cut)
          clearInterval(sweep)
          resolve()
        })
      })
    },
  }
}

const arrivalOf = ({ socket, headers }: IncomingMessage): Arrival => ({
  remoteAddress: socket.remoteAddress,
  isEncrypted: 'encrypted' in socket,
  forwardedFor: headers['x-forwarded-for']?.toString(),
  forwardedProto: headers['x-forwarded-proto']?.toString(),
  forwardedHost: headers['x-forwarded-host']?.toString(),
})

/** Sends a refusal and closes the connection, as the rest of the request may not be readable either. */
async function sendRefusal(refused: Refused, outgoing: ServerResponse) {
  const requestId = randomUUID()
  const response = seal(problemResponse(refused, requestId), requestId)
  const body = await response.text()
  const headers = { 'Content-Length': Buffer.byteLength(body), Connection: 'close' }
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...headers }).end(body)
}
