import type { Route } from '../../../src/contract/routes.ts'
import { Refused } from '../ports/refused.ts'
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
  if (over && !session.endedAt) await store.endSession(company, session.id, over)
  if (over || !user) throw new Refused(verdictCode(over ?? 'revoked'))
  const rules = judge({ viewer: user, catalogue, product: permissions })
  return { company: catalogue.company, catalogue, session, viewer: user, usersRevision, judge: rules }
}

const companyRequired = () =>
  new Refused('company_required', {
    fields: [{ pointer: '/headers/roster-company', detail: 'must name the company' }],
  })
