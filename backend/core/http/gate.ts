import { idShape } from '../../../src/contract/id.ts'
import type { Route } from '../../../src/contract/routes.ts'
import { Refused } from '../ports/refused.ts'
import type { AnyCall, Place, Services } from './call.ts'
import { enter } from './enter.ts'
import { isUnsafe } from './is-unsafe.ts'
import { readBody } from './read-body.ts'
import { readInput } from './read-input.ts'
import { readIntent } from './read-intent.ts'
import { readVersion } from './read-version.ts'
import type { Trace } from './trace.ts'
import { validate } from './validate.ts'

/** A request as the router passes it on. */
export interface Arrival {
  request: Request
  route: Route
  /** The id in the path, where the route has one. */
  id: string | undefined
  trace: Trace
}

/**
 * Checks a request before its handler runs. Everything that a route requires in the contract is checked here, in one
 * order for all routes, so that no handler can forget it.
 */
export async function gate({ request, route, id, trace }: Arrival, services: Services): Promise<AnyCall> {
  const body = await readBody(request)
  const identified = await identify(request, route, services)
  const place = await enter(request, route, identified, services)
  trace.company = place?.company.id
  if (isUnsafe(request)) await services.signIns?.guard?.(request)
  await permit(request, route, id, place, services)
  const user = await find(route, id, place, services)
  const input = readInput(request, route, body)
  const intent = route.intent ? readIntent(request) : undefined
  const version = route.versioned ? readVersion(request) : undefined
  const { requestId } = trace
  return { request, requestId, headers: new Headers(), identified, place, user, ...input, intent, version }
}

async function identify(request: Request, { access }: Route, { identity }: Services) {
  if (access === 'public') return null
  const identified = await identity.authenticate(request)
  if (!identified) throw new Refused('signed_out')
  return identified
}

async function permit(
  request: Request,
  { access, intent }: Route,
  id: string | undefined,
  place: Place | null,
  { store }: Services,
) {
  if (typeof access !== 'object') return
  const action = place?.judge.permitted(access.permission)
  if (action?.allowed) return
  // Viewers whose own write took their permission away may repeat it, in case its response was lost. The rules refuse
  // new writes.
  const isOwn = place && intent && id === place.viewer.id
  const key = request.headers.get('idempotency-key') ?? ''
  if (isOwn && (await store.knows(place.company.id, key))) return
  throw new Refused('missing_permission', { reason: action?.reason, params: action?.params })
}

async function find({ path }: Route, id: string | undefined, place: Place | null, { store }: Services) {
  if (!place || !path.startsWith('/users/{id}')) return null
  const user = await store.user(place.company.id, validate<string>(idShape, id, 'invalid_id', '/path/id'))
  if (!user) throw new Refused('not_found')
  return user
}
