import type { Route } from '../../../src/contract/route.ts'
import { Refused } from '../ports/refused.ts'
import { StoreUnavailable } from '../ports/store-unavailable.ts'
import type { AnyCall, Place, Services } from './call.ts'
import { enter } from './enter.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type Arrived, identify } from './identify.ts'
import { isUnsafe } from './is-unsafe.ts'
import { readBody } from './read-body.ts'
import { type Input, readInput } from './read-input.ts'
import { carriedAge, reportActivity } from './report-activity.ts'
import { requireTarget, targetsOf } from './targets.ts'
import type { Trace } from './trace.ts'

/** A request as the router passes it on. */
export interface Arrival {
  request: Request
  route: Route
  /** The id in the path, if the route has one. */
  id: string | undefined
  trace: Trace
}

/**
 * Checks a request before its handler runs. Everything that a route requires in the contract is checked here, in one
 * order for all routes, so that no handler can forget it.
 */
export async function gate({ request, route, id, trace }: Arrival, services: Services): Promise<AnyCall> {
  const bytes = await readBody(request, route.longestBody, () => identify(request, route, services))
  const arrived = await identify(request, route, services)
  trace.account = arrived.identified?.account.id
  const entered = await enter(request, route, arrived, services, trace.requestId)
  trace.company = entered?.company.id
  trace.user = entered?.viewer.id
  trace.idlePolicyRev = entered?.idlePolicy.rev
  if (isUnsafe(request)) await services.signIns?.guard?.(request)
  const place = entered && (await withCarriedActivity(request, entered, arrived, services))
  const read = () => readInput(request, route, bytes)
  await permit({ request, route, id, place, read }, services)
  const targets = targetsOf(route, id)
  const input = await readAfter(async () => place && requireTarget(place, targets, services), read)
  const { identified } = arrived
  const { requestId } = trace
  const headers = new Headers()
  return { request, requestId, headers, identified, place, ...targets, ...input }
}

/**
 * Records the activity whose age a request contains, once its session is known to be open. If it can't be stored, such
 * as in a read-only database, the request goes on without it.
 */
async function withCarriedActivity(
  request: Request,
  place: Place,
  { identified }: Arrived,
  services: Services,
): Promise<Place> {
  const ageMs = carriedAge(request)
  if (ageMs === undefined || !identified) return place
  try {
    const { session, now } = await reportActivity(place, identified.signIn, ageMs, services)
    return { ...place, session, now }
  } catch (error) {
    if (error instanceof StoreUnavailable) return place
    throw error
  }
}

/** Refuses an unknown id before an invalid request. For a valid request, the handler reads what the id names. */
async function readAfter<Input>(requireTarget: () => Promise<unknown>, read: () => Input): Promise<Input> {
  try {
    return read()
  } catch (error) {
    await requireTarget()
    throw error
  }
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
  // Viewers whose own write removed their permission may repeat it, in case its response was lost. The rules refuse new
  // writes, and the intent of another request reveals nothing.
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
