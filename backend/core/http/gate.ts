import { idShape } from '../../../src/contract/id-shape.ts'
import type { Route } from '../../../src/contract/routes.ts'
import { Refused } from '../ports/refused.ts'
import type { AnyCall, Place, Services } from './call.ts'
import { enter } from './enter.ts'
import { fingerprintOf } from './fingerprint.ts'
import { identify } from './identify.ts'
import { isUnsafe } from './is-unsafe.ts'
import { readBody } from './read-body.ts'
import { type Input, readInput } from './read-input.ts'
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
  const bytes = await readBody(request)
  const arrived = await identify(request, route, services)
  const place = await enter(request, route, arrived, services)
  trace.company = place?.company.id
  if (isUnsafe(request)) await services.signIns?.guard?.(request)
  const read = () => readInput(request, route, bytes)
  await permit({ request, route, id, place, read }, services)
  const userId = place && hasUser(route) ? validate<string>(idShape, id, 'invalid_id', '/path/id') : null
  const input = await readAfter(() => requireUser(place, userId, services), read)
  const { identified } = arrived
  return { request, requestId: trace.requestId, headers: new Headers(), identified, place, userId, ...input }
}

const hasUser = ({ path }: Route) => path.startsWith('/users/{id}')

/** An unknown user is refused before an invalid request. A valid one leaves it to the handler, which reads the user. */
async function readAfter<Input>(requireUser: () => Promise<void>, read: () => Input): Promise<Input> {
  try {
    return read()
  } catch (error) {
    await requireUser()
    throw error
  }
}

async function requireUser(place: Place | null, userId: string | null, { store }: Services) {
  if (place && userId !== null && !(await store.user(place.company.id, userId)))
    throw new Refused('not_found')
}

interface Asked {
  request: Request
  route: Route
  id: string | undefined
  place: Place | null
  read: () => Input
}

async function permit({ request, route, id, place, read }: Asked, services: Services) {
  const { access } = route
  if (typeof access !== 'object') return
  const action = place?.judge.permitted(access.permission)
  if (action?.allowed) return
  // Viewers whose own write took their permission away may repeat it, in case its response was lost. The rules refuse
  // new writes, and an intent of another request tells them nothing.
  if (place && route.intent && id === place.viewer.id && (await isRepeat(request, place, read, services)))
    return
  throw new Refused('missing_permission', { reason: action?.reason, params: action?.params })
}

async function isRepeat(request: Request, place: Place, read: () => Input, { store, digest }: Services) {
  try {
    const { intent, body } = read()
    const fingerprint = await fingerprintOf({ request, place, body }, digest)
    return intent !== undefined && (await store.knows(place.company.id, { id: intent, fingerprint }))
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
