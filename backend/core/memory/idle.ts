import { idleTimeouts } from '@aicx/roster/contract'
import { type IdleStore, mostHolds } from '../ports/idle.ts'
import type { SessionRecord } from '../ports/records.ts'
import { isIdle } from '../rules/idle-deadline.ts'
import { idleLengths } from '../rules/idle-lengths.ts'
import { auditSession, endIfIdle } from './end-session.ts'
import type { MemoryCompany } from './memory-company.ts'

const day = 86_400_000

/** Idle logout of the memory store. */
export function memoryIdle(
  find: (companyId: string) => MemoryCompany | undefined,
  now: () => Date,
): IdleStore {
  const living = (company: MemoryCompany | undefined, id: string) => {
    const session = company?.sessions.get(id)
    return company && session && !session.endedAt && !isIdle(company.idlePolicy, session, now())
      ? { company, session }
      : null
  }
  const isOpen = (company: MemoryCompany, session: SessionRecord, at: Date) => {
    const expiry = company.expiryBySignIn.get(session.signInId)?.getTime()
    const isLasting = (expiry ?? session.seenAt.getTime() + day) > at.getTime()
    const user = company.users.get(session.userId)
    return (
      !session.endedAt && isLasting && user && !user.deletedAt && !isIdle(company.idlePolicy, session, at)
    )
  }
  return {
    async policy(companyId) {
      const company = find(companyId)
      if (!company) return null
      const { idlePolicy: policy, users } = company
      const user = policy.updatedBy === null ? undefined : users.get(policy.updatedBy)
      const updatedByName = user?.name || user?.email
      return { policy, ...(updatedByName && { updatedByName }) }
    },
    async sessions(companyId) {
      const company = find(companyId)
      const at = now()
      const open = company ? [...company.sessions.values()].filter((one) => isOpen(company, one, at)) : []
      const minuteMs = company?.idlePolicy.minuteMs ?? 0
      const idle = idleTimeouts.map((timeout) => {
        const since = at.getTime() - timeout * minuteMs
        return [timeout, open.filter(({ activityAt }) => activityAt.getTime() <= since).length] as const
      })
      return {
        open: open.length,
        reporting: open.filter(({ reportedAt }) => reportedAt).length,
        idleOver: Object.fromEntries(idle) as Record<(typeof idleTimeouts)[number], number>,
      }
    },
    async report(companyId, sessionId, ageMs) {
      const found = living(find(companyId), sessionId)
      if (!found) return false
      const { company, session } = found
      const at = now()
      const { activityAt } = session
      const active = new Date(Math.max(activityAt.getTime(), at.getTime() - ageMs))
      Object.assign(session, { activityAt: active, reportedAt: at })
      const user = company.users.get(session.userId)
      if (user && (!user.lastActiveAt || user.lastActiveAt < active)) {
        company.users.update(session.userId, { lastActiveAt: active })
        company.activity++
      }
      return true
    },
    async end(companyId, sessionId, { earlyMs, ...by }) {
      const company = find(companyId)
      const session = company?.sessions.get(sessionId)
      if (!company || !session) return false
      return endIfIdle(company, session, now(), { earlyMs, by })
    },
    async hold(companyId, sessionId, { id, reason, maxMs, ...by }) {
      const found = living(find(companyId), sessionId)
      if (!found?.company.idlePolicy.allowHold) return null
      const { company, session } = found
      const at = now()
      const latest = session.activityAt.getTime() + idleLengths.hold * company.idlePolicy.minuteMs
      const until = new Date(Math.min(at.getTime() + maxMs, latest))
      if (until <= at) return null
      const own = keptHolds(company, session, at)
      if (own.length >= mostHolds) return { waitMs: Math.min(...own) - at.getTime() }
      company.holds.set(id, { sessionId, until })
      updateHeld(company, session)
      auditSession(company, { action: 'hold_session', targetId: session.userId, after: { reason } }, at, by)
      return { until }
    },
    async release(companyId, sessionId, holdId, by) {
      const company = find(companyId)
      const session = company?.sessions.get(sessionId)
      const hold = company?.holds.get(holdId)
      if (!company || !session || hold?.sessionId !== sessionId) return false
      const at = now()
      if (hold.until > at) {
        hold.until = at
        updateHeld(company, session)
        auditSession(company, { action: 'release_session', targetId: session.userId }, at, by)
      }
      return true
    },
  }
}

/** Forgets the holds of a session that ended long ago. Returns when each of the others will be forgotten. */
function keptHolds({ holds, idlePolicy }: MemoryCompany, session: SessionRecord, now: Date): number[] {
  const kept: number[] = []
  for (const [id, { sessionId, until }] of holds) {
    if (sessionId !== session.id) continue
    const forgottenAt = until.getTime() + idleLengths.keptHold * idlePolicy.minuteMs
    if (forgottenAt > now.getTime()) kept.push(forgottenAt)
    else holds.delete(id)
  }
  return kept
}

function updateHeld({ holds }: MemoryCompany, session: SessionRecord) {
  const own = [...holds.values()].filter(({ sessionId }) => sessionId === session.id)
  session.heldUntil = new Date(Math.max(...own.map(({ until }) => until.getTime())))
}
