import type { Permission } from '@aicx/roster/contract'
import { Hono } from 'hono'
import type { Route } from '../../src/contract/route.ts'
import { type OperationId, routes } from '../../src/contract/routes.ts'
import { selectionLimits } from '../../src/contract/selection-requests.ts'
import { handlers } from './handlers/handlers.ts'
import type { AnyCall, Services } from './http/call.ts'
import { failure } from './http/failure.ts'
import { type Arrival, gate } from './http/gate.ts'
import { requestIdOf } from './http/request-id.ts'
import { seal } from './http/seal.ts'
import { createSessionTurns } from './http/session-turns.ts'
import { policyHeader, type Trace } from './http/trace.ts'
import type { InvitationTokens } from './invitations/token.ts'
import type { ContentPort } from './ports/content.ts'
import type { Digest } from './ports/digest.ts'
import type { Identity } from './ports/identity.ts'
import { type Log, silentLog } from './ports/log.ts'
import type { PresencePort } from './ports/presence.ts'
import { Refused } from './ports/refused.ts'
import type { SignIns } from './ports/sign-ins.ts'
import type { Store } from './ports/store.ts'
import { productPermissions } from './rules/product-permissions.ts'
import { createPace } from './selections/pace.ts'
import { createCompanyFeeds } from './streams/company-feeds.ts'
import { createOpenStreams } from './streams/open-streams.ts'
import { webDigest } from './text/web-digest.ts'

/** Settings of a backend. */
export interface BackendOptions {
  store: Store
  identity: Identity
  signIns?: SignIns
  /** The permissions that the product's roles can hold. @default the permissions of a customer-service product */
  permissions?: readonly Permission[]
  /** @default no log */
  log?: Log
  /** @default SHA-256 by Web Crypto */
  digest?: Digest
  /** Ms between two keep-alives of an event stream. Each also checks the stream's session. @default 10_000 */
  heartbeat?: number
  /** Your product's own content, for what deleting users changes there. @default none */
  content?: ContentPort
  /** Whether your product's users are online. Called for each request. @default not known */
  presence?: () => PresencePort | undefined
  /** The most users of one selection. @default 100_000 */
  mostSelected?: number
  /** The tokens of links, with which people join. @default joining is off */
  tokens?: InvitationTokens
}

/** Serves the HTTP API under `/v1`. */
export interface Backend {
  fetch(request: Request): Promise<Response>
  /**
   * Ends every event stream and opens no more. Call it before the server stops, since streams never end on their own.
   */
  endStreams(): void
}

/** Creates the API over a store and an identity. It uses Web APIs only and runs in Node, service workers and tests. */
export function createBackend(options: BackendOptions): Backend {
  const streams = createOpenStreams()
  const { heartbeat = 10_000, ...given } = options
  const feeds = createCompanyFeeds(options.store, heartbeat)
  const defaults = {
    permissions: productPermissions,
    log: silentLog,
    digest: webDigest,
    content: {},
    presence: () => undefined,
  }
  const mostSelected = selectionLimits.users
  const services: Services = { ...defaults, mostSelected, ...given, streams, feeds, pace: createPace() }
  const app = router(services)
  return {
    endStreams: streams.end,
    async fetch(request) {
      const begun = performance.now()
      const trace: Trace = { requestId: requestIdOf(request) }
      const response = seal(await answer(app, request, trace, services.log), trace.requestId)
      const { idlePolicyRev, ...logged } = trace
      if (idlePolicyRev !== undefined && !response.headers.has(policyHeader))
        response.headers.set(policyHeader, String(idlePolicyRev))
      const ms = Math.round(performance.now() - begun)
      services.log.info({ ...logged, method: request.method, status: response.status, ms }, 'request')
      return response
    },
  }
}

type Router = Hono<{ Bindings: Trace }>
/** A handler of any operation: the gate gives each one the call that its route describes. */
type AnyHandler = (call: AnyCall, services: Services) => Promise<unknown>

function router(services: Services): Router {
  const app: Router = new Hono()
  const operations = Object.entries<Route>(routes) as [OperationId, Route][]
  const inTurn = createSessionTurns(services.identity)
  for (const [operation, route] of operations)
    app.on(route.method, pathOf(route), ({ req, env: trace }) => {
      trace.operation = operation
      const arrival = { request: req.raw, route, id: req.param('id'), trace }
      return inTurn(req.raw, () => handle(operation, arrival, services))
    })
  // A path without an id comes first, since one with an id matches it too.
  for (const path of [...new Set(operations.map(([, route]) => pathOf(route)))].sort(byIds))
    app.all(path, ({ req }) => otherMethod(req.method, methodsOf(path, operations)))
  app.notFound(() => {
    throw new Refused('not_found')
  })
  app.onError((error) => {
    throw error
  })
  return app
}

async function handle(operation: OperationId, arrival: Arrival, services: Services): Promise<Response> {
  const call = await gate(arrival, services)
  const body = await (handlers[operation] as AnyHandler)(call, services)
  if (body instanceof Response) return body
  if (!arrival.route.answer) return new Response(null, { status: 204, headers: call.headers })
  return Response.json(body, { status: arrival.route.created ? 201 : 200, headers: call.headers })
}

const byIds = (a: string, b: string) => Number(a.includes(':')) - Number(b.includes(':'))

/** The methods of every route that matches a path. */
const methodsOf = (path: string, operations: [OperationId, Route][]) =>
  operations
    .filter(([, route]) => new RegExp(`^${pathOf(route).replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
    .map(([, { method }]) => method)

const pathOf = ({ path }: Route) => `/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`

function otherMethod(method: string, known: string[]): Response {
  const headers = { Allow: [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ') }
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers })
  throw new Refused('method_not_allowed', { headers })
}

async function answer(app: Router, request: Request, trace: Trace, log: Log): Promise<Response> {
  try {
    return await app.fetch(request, trace)
  } catch (error) {
    return failure(error, trace, log)
  }
}
