import { digest } from '../digest.ts'
import type { Place, Services } from '../http/call.ts'
import { Refused } from '../refused.ts'
import type { Plan } from '../store.ts'

/** A request that changes something, as the gate lets it through. */
interface WriteCall {
  request: Request
  requestId: string
  headers: Headers
  place: Place
  intent: string
  body: unknown
}

/** Carries out a change under the request's intent, and says in the answer's headers at which revision. */
export async function carryOut<Answer>(
  { request, requestId, headers, place, intent, body }: WriteCall,
  { store }: Services,
  plan: Plan<Answer>,
): Promise<Answer> {
  const { company, viewer } = place
  const { pathname } = new URL(request.url)
  // Without the version: who asks for the same again after a newer one is known means the same change.
  const fingerprint = await digest(JSON.stringify([viewer.id, request.method, pathname, body]))
  const actor = { kind: 'user' as const, id: viewer.id }
  const written = await store.write(company.id, { id: intent, fingerprint, actor, requestId }, plan)
  if (!written.ok) {
    const { code, ...details } = written.refused
    throw new Refused(code, details)
  }
  headers.set('Roster-Revision', String(written.revision))
  return written.answer
}
