import type { Place, Services } from '../http/call.ts'
import { fingerprintOf } from '../http/fingerprint.ts'
import { Refused } from '../ports/refused.ts'
import type { Facts, Intent, Plan, Written } from '../ports/write.ts'
import type { Rule } from '../rules/rule.ts'

type Done<Answer> = Extract<Written<Answer>, { ok: true }>

const sessionEnded = { refused: { code: 'session_revoked' } } as const

/** A request that changes something, as the gate admits it. */
export interface WriteCall {
  request: Request
  requestId: string
  headers: Headers
  place: Place
  intent: string
  body: unknown
}

/** A write before it is decided. */
export interface RuledPlan<Answer> {
  /** The users that the rule depends on. */
  userIds: string[]
  /** The selection that the rule depends on. */
  selectionId?: string
  /** The invitations that the rule depends on, and the keys of addresses. */
  invitations?: Plan<unknown>['invitations']
  step?: Intent['step']
  rule: Rule<Answer>
}

/**
 * Writes what the rule decides, once for the request's intent, unless the session has ended since the request was
 * admitted. Sets the response header that holds the revision.
 */
export async function runWrite<Answer>(
  { request, requestId, headers, place, intent, body }: WriteCall,
  { store, permissions, digest }: Services,
  { userIds, selectionId, invitations, step, rule }: RuledPlan<Answer>,
): Promise<Done<Answer>> {
  const { company, viewer, session } = place
  const fingerprint = await fingerprintOf({ request, place, body }, digest)
  const actor = { kind: 'user' as const, id: viewer.id }
  const decide = (facts: Facts) =>
    facts.openSessions.get(viewer.id)?.includes(session.id) ? rule(facts, permissions) : sessionEnded
  const write = { id: intent, fingerprint, actor, requestId, ...(step && { step }) }
  const written = await store.write(company.id, write, {
    userIds,
    ...(selectionId !== undefined && { selectionId }),
    ...(invitations && { invitations }),
    decide,
  })
  if (!written.ok) {
    const { code, ...details } = written.refused
    throw new Refused(code, details)
  }
  headers.set('Roster-Revision', String(written.revision))
  return written
}
