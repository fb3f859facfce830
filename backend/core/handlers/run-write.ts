import type { Place, Services } from '../http/call.ts'
import type { UserRecord } from '../ports/records.ts'
import { Refused } from '../ports/refused.ts'
import type { Facts } from '../ports/write.ts'
import type { Rule } from '../rules/rule.ts'

const sessionEnded = { refused: { code: 'session_revoked' } } as const

/** A request to change a user, as the gate admits it. */
export interface UserWriteCall {
  request: Request
  requestId: string
  headers: Headers
  place: Place
  user: UserRecord
  intent: string
  body: unknown
}

/**
 * Writes what the rule decides, once for the request's intent, unless the session has ended since the request was
 * admitted. Sets the response header that holds the revision.
 */
export async function runWrite<Answer>(
  { request, requestId, headers, place, user, intent, body }: UserWriteCall,
  { store, permissions, digest }: Services,
  rule: Rule<Answer>,
): Promise<Answer> {
  const { company, viewer, session } = place
  const { pathname } = new URL(request.url)
  // Without the version: a client that learns of a newer one and asks for the same again means the same change.
  const fingerprint = await digest(JSON.stringify([viewer.id, request.method, pathname, body]))
  const actor = { kind: 'user' as const, id: viewer.id }
  const decide = (facts: Facts) =>
    facts.openSessions.get(viewer.id)?.includes(session.id) ? rule(facts, permissions) : sessionEnded
  const write = { id: intent, fingerprint, actor, requestId }
  const written = await store.write(company.id, write, { userIds: [user.id], decide })
  if (!written.ok) {
    const { code, ...details } = written.refused
    throw new Refused(code, details)
  }
  headers.set('Roster-Revision', String(written.revision))
  return written.answer
}
