import type { Route } from '../../../src/contract/route.ts'
import type { Admission } from '../ports/admission.ts'
import type { Identified } from '../ports/identity.ts'
import { Refused } from '../ports/refused.ts'
import { signInVerdict } from '../rules/session-verdict.ts'
import type { Services } from './call.ts'

/** Who sent a request. */
export interface Arrived {
  /** Null for a public route, and for anyone who is signed out. */
  identified: Identified | null
  /** The admission to the company that the request names, if the identity returned it in the same step. */
  admission?: Admission | null
}

/** Identifies the sender of a request, together with their admission if the identity supports that. */
export async function identify(
  request: Request,
  { access }: Route,
  services: Pick<Services, 'identity' | 'store'>,
): Promise<Arrived> {
  const { identity } = services
  if (access === 'public') return { identified: null }
  const company = access === 'account' ? null : request.headers.get('roster-company')
  if (access === 'anyone') return { identified: await signedIn(request, services) }
  const arrived =
    company && identity.admit
      ? await identity.admit(request, company)
      : await authenticated(request, identity)
  if (!arrived) throw new Refused('signed_out')
  return arrived
}

/** Who is signed in, if their sign-in has not expired. */
async function signedIn(request: Request, { identity, store }: Pick<Services, 'identity' | 'store'>) {
  const identified = await identity.authenticate(request)
  if (!identified) return null
  return signInVerdict(identified.signIn, await store.now()) ? null : identified
}

async function authenticated(request: Request, identity: Services['identity']): Promise<Arrived | null> {
  const identified = await identity.authenticate(request)
  return identified && { identified }
}
