import type { Route } from '../../../src/contract/routes.ts'
import type { Identified } from '../ports/identity.ts'
import { Refused } from '../ports/refused.ts'
import { judge } from '../rules/judge.ts'
import { sessionVerdict, signInVerdict, verdictCode } from '../rules/session-verdict.ts'
import type { Place, Services } from './call.ts'

/** Enters the company that a request names. Returns null for a route without a company. */
export async function enter(
  request: Request,
  { access }: Route,
  identified: Identified | null,
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
  const admission = await store.admit(company, signIn)
  if (!admission) {
    const isOutdated = await store.isOutdated(company, signIn)
    throw new Refused(isOutdated ? verdictCode('revoked') : 'company_not_found')
  }
  const { session, user, catalogue } = admission
  const over = sessionVerdict(admission, signIn)
  if (over && !session.endedAt) await store.endSession(company, session.id, over)
  if (over || !user) throw new Refused(verdictCode(over ?? 'revoked'))
  const rules = judge({ viewer: user, catalogue, product: permissions })
  return { company: catalogue.company, catalogue, session, viewer: user, judge: rules }
}

const companyRequired = () =>
  new Refused('company_required', {
    fields: [{ pointer: '/headers/roster-company', detail: 'must name the company' }],
  })
