import type { Route } from '../../../src/contract/routes.ts'
import type { Admission } from '../ports/admission.ts'
import type { Identified } from '../ports/identity.ts'
import { Refused } from '../ports/refused.ts'
import type { Services } from './call.ts'

/** Who sent a request. */
export interface Arrived {
  /** Null for a public route. */
  identified: Identified | null
  /** The admission to the company that the request names, where the identity could tell it at once. */
  admission?: Admission | null
}

/** Identifies the sender of a request, together with their admission where the identity can. */
export async function identify(
  request: Request,
  { access }: Route,
  { identity }: Pick<Services, 'identity'>,
): Promise<Arrived> {
  if (access === 'public') return { identified: null }
  const company = access === 'account' ? null : request.headers.get('roster-company')
  const arrived =
    company && identity.admit
      ? await identity.admit(request, company)
      : await authenticated(request, identity)
  if (!arrived) throw new Refused('signed_out')
  return arrived
}

async function authenticated(request: Request, identity: Services['identity']): Promise<Arrived | null> {
  const identified = await identity.authenticate(request)
  return identified && { identified }
}
