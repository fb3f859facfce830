import type { Route } from '../../../src/contract/routes.ts'
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
): Promise<Place | null> {
  if (!identified) return null
  const { store, permissions } = services
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
  const { session, user, catalogue, usersRevision } = admission
  const over = sessionVerdict(admission, signIn)
  if (over && !session.endedAt) await endSession(store, company, session.id, over)
  if (over || !user) throw new Refused(verdictCode(over ?? 'revoked'))
  const rules = judge({ viewer: user, catalogue, product: permissions })
  return { company: catalogue.company, catalogue, session, viewer: user, usersRevision, judge: rules }
}

/** Records that a session is over. It is over also where this cannot be recorded, as in a database that only reads. */
async function endSession(store: Store, company: string, session: string, reason: EndReason) {
  try {
    await store.endSession(company, session, reason)
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
  }
}

const companyRequired = () =>
  new Refused('company_required', {
    fields: [{ pointer: '/headers/roster-company', detail: 'must name the company' }],
  })
