import type { SessionActor } from '../ports/idle.ts'
import type { EndReason, SessionRecord } from '../ports/records.ts'
import type { AuditEntry } from '../ports/write.ts'
import { isIdle } from '../rules/idle-deadline.ts'
import type { MemoryCompany } from './memory-company.ts'

/** The actor if no request ends the session. */
const system = (): SessionActor => ({
  actor: { kind: 'system', id: 'roster-backend' },
  requestId: crypto.randomUUID(),
})

/** Ends a session. Returns false if it had already ended. */
export function endOnce(session: SessionRecord, reason: EndReason, now: Date): boolean {
  if (session.endedAt) return false
  Object.assign(session, { endedAt: now, endReason: reason })
  return true
}

/** Ends a session, with an audit entry. Returns false if it had already ended. */
export function endSession(
  company: MemoryCompany,
  session: SessionRecord,
  reason: EndReason,
  now: Date,
  by = system(),
): boolean {
  if (!endOnce(session, reason, now)) return false
  auditSession(company, { action: 'end_session', targetId: session.userId, after: { reason } }, now, by)
  for (const listener of company.watchers) listener()
  return true
}

/** Ends a session that is idle, or will be within `earlyMs`. Returns whether it did. */
export const endIfIdle = (
  company: MemoryCompany,
  session: SessionRecord,
  now: Date,
  { earlyMs = 0, by = system() }: { earlyMs?: number; by?: SessionActor } = {},
): boolean =>
  isIdle(company.idlePolicy, session, now, earlyMs) && endSession(company, session, 'idle', now, by)

/** Adds an audit entry about a session, outside a write of the company. */
export function auditSession(
  { audit }: MemoryCompany,
  entry: AuditEntry,
  at: Date,
  { actor, requestId }: SessionActor,
) {
  audit.push({ ...entry, id: crypto.randomUUID(), at, intent: requestId, actor, requestId })
}
