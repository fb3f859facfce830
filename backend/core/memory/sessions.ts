import type { Admission } from '../ports/admission.ts'
import type { SignInRef } from '../ports/identity.ts'
import type { SessionRecord } from '../ports/records.ts'
import { endIfIdle } from './end-session.ts'
import type { MemoryCompany } from './memory-company.ts'
import { toRecord } from './to-record.ts'

/** The shortest time between two updates of `seenAt`, in ms. */
const seenEvery = 60_000

/** The sign-in's session in the company, opened for a member who has none. */
export function admit(company: MemoryCompany, signIn: SignInRef, now: Date): Admission | null {
  const session = company.sessionBySignIn.get(signIn.id) ?? open(company, signIn, now)
  if (session) company.expiryBySignIn.set(signIn.id, signIn.expiresAt)
  return session ? admitted(company, session, now) : null
}

/** Sessions by their ids. */
export function admitAgain(company: MemoryCompany, ids: string[], now: Date): Map<string, Admission> {
  const found = ids.flatMap((id) => company.sessions.get(id) ?? [])
  return new Map(found.map((session) => [session.id, admitted(company, session, now)]))
}

function admitted(company: MemoryCompany, session: SessionRecord, now: Date): Admission {
  if (!session.endedAt && now.getTime() - session.seenAt.getTime() >= seenEvery) session.seenAt = now
  const user = toRecord(company.users.get(session.userId))
  const { catalogue, usersRevision, idlePolicy } = company
  return { session: { ...session }, user, catalogue, usersRevision, idlePolicy, now }
}

/** Opens another session for a member whose last one is over. */
export function reopen(company: MemoryCompany, signIn: SignInRef, now: Date) {
  const last = company.sessionBySignIn.get(signIn.id)
  if (last) endIfIdle(company, last, now)
  if (!last || last.endedAt) open(company, signIn, now)
}

/** Whether a member's sessions were revoked since the sign-in authenticated. */
export function isOutdated({ users, revokedAt }: MemoryCompany, { accountId, authenticatedAt }: SignInRef) {
  const at = revokedAt.get(accountId)
  return at !== undefined && users.member(accountId) !== undefined && authenticatedAt < at
}

function open(company: MemoryCompany, signIn: SignInRef, now: Date): SessionRecord | null {
  const member = company.users.member(signIn.accountId)
  return !member || isOutdated(company, signIn) ? null : openFor(company, signIn.id, member.id, now)
}

/** Opens a session of a sign-in for a user, even if it has other sessions. */
export function openFor(company: MemoryCompany, signInId: string, userId: string, now: Date): SessionRecord {
  const session: SessionRecord = {
    id: crypto.randomUUID(),
    signInId,
    userId,
    openedAt: now,
    seenAt: now,
    activityAt: now,
    reportedAt: null,
    heldUntil: null,
    endedAt: null,
    endReason: null,
  }
  company.sessions.set(session.id, session)
  company.sessionBySignIn.set(signInId, session)
  company.users.update(userId, { lastActiveAt: now })
  company.activity++
  return session
}
