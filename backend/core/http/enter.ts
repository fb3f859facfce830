import type { Route } from '../../../src/contract/route.ts'
import type { Admission } from '../ports/admission.ts'
import type { SignInRef } from '../ports/identity.ts'
import type { EndReason } from '../ports/records.ts'
import { Refused } from '../ports/refused.ts'
import type { Store } from '../ports/store.ts'
import { StoreUnavailable } from '../ports/store-unavailable.ts'
import { judge } from '../rules/judge.ts'
import { sessionVerdict, signInVerdict, verdictCode } from '../rules/session-verdict.ts'
import type { Place, Services } from './call.ts'
import type { Arrived } from './identify.ts'

/** Enters the company that a request names. Returns null for a route without a company. */
export async function enter(
  request: Request,
  { access }: Route,
  { identified, admission: known }: Arrived,
  services: Services,
  requestId: string,
): Promise<Place | null> {
  if (!identified || access === 'anyone') return null
  const { store } = services
  const { signIn } = identified
  if (access === 'account') {
    const over = signInVerdict(signIn, await store.now())
    if (over) throw new Refused(verdictCode(over))
    return null
  }

  const company = request.headers.get('roster-company')
  if (!company) throw companyRequired()
  const admission = known === undefined ? await store.admit(company, signIn) : known
  if (!admission) {
    const isOutdated = await store.isOutdated(company, signIn)
    throw new Refused(isOutdated ? verdictCode('revoked') : 'company_not_found')
  }
  return placeOf(await judged(admission, { company, signIn, store, requestId }), services)
}

interface Entry {
  company: string
  signIn: SignInRef
  store: Store
  requestId: string
}

type Living = Admission & { user: NonNullable<Admission['user']> }

/** Accepts an open session, and refuses one that is over. The first request that notices it ends the session. */
async function judged(admission: Admission, entry: Entry): Promise<Living> {
  const over = sessionVerdict(admission, entry.signIn)
  if (!over && isLiving(admission)) return admission
  const reason = over ?? 'revoked'
  if (admission.session.endedAt || (await end(admission, reason, entry)))
    throw new Refused(verdictCode(reason))
  // Since this request read the session, another one has ended it or recorded activity.
  const { company, signIn, store } = entry
  const again = await store.admit(company, signIn)
  const verdict = again && sessionVerdict(again, signIn)
  if (again && !verdict && isLiving(again)) return again
  throw new Refused(verdictCode(verdict ?? reason))
}

const isLiving = (admission: Admission): admission is Living => admission.user !== null

/** Ends a session. The session counts as over even if this can't be stored, such as in a read-only database. */
async function end({ session }: Admission, reason: EndReason, { company, store, requestId }: Entry) {
  try {
    return reason === 'idle'
      ? await store.idle.end(company, session.id, { actor: system, requestId, earlyMs: 0 })
      : await store.endSession(company, session.id, reason, { actor: system, requestId })
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    return true
  }
}

const system = { kind: 'system', id: 'roster-backend' } as const

/** What handlers know about a company that an open session has entered. */
function placeOf(admission: Living, { permissions }: Pick<Services, 'permissions'>): Place {
  const { session, user, catalogue, usersRevision, idlePolicy, now } = admission
  const rules = judge({ viewer: user, catalogue, product: permissions })
  return {
    company: catalogue.company,
    catalogue,
    session,
    idlePolicy,
    now,
    viewer: user,
    usersRevision,
    judge: rules,
  }
}

const companyRequired = () =>
  new Refused('company_required', {
    fields: [{ pointer: '/headers/roster-company', detail: 'must name the company' }],
  })
