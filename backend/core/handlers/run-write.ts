import type { Place, Services } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'
import type { Facts, Plan } from '../ports/write.ts'
import { digest } from '../text/digest.ts'

const sessionEnded = { refused: { code: 'session_revoked' } } as const

/** A request that changes something, as the gate lets it through. */
interface WriteCall {
  request: Request
  requestId: string
  headers: Headers
  place: Place
  intent: string
  body: unknown
}

/**
 * Carries out a change under the request's intent, unless its session has ended since it was let in, and says in the
 * answer's headers at which revision.
 */
export async function runWrite<Answer>(
  { request, requestId, headers, place, intent, body }: WriteCall,
  { store }: Services,
  plan: Plan<Answer>,
): Promise<Answer> {
  const { company, viewer, session } = place
  const { pathname } = new URL(request.url)
  // Without the version: who asks for the same again after a newer one is known means the same change.
  const fingerprint = await digest(JSON.stringify([viewer.id, request.method, pathname, body]))
  const actor = { kind: 'user' as const, id: viewer.id }
  const decide = (facts: Facts) =>
    facts.openSessions.get(viewer.id)?.includes(session.id) ? plan.decide(facts) : sessionEnded
  const write = { id: intent, fingerprint, actor, requestId }
  const written = await store.write(company.id, write, { ...plan, decide })
  if (!written.ok) {
    const { code, ...details } = written.refused
    throw new Refused(code, details)
  }
  headers.set('Roster-Revision', String(written.revision))
  return written.answer
}
