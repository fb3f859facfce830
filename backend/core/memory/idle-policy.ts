import type { IdlePolicy, IdlePolicyChange } from '../ports/idle.ts'
import type { Intent } from '../ports/write.ts'
import { endIfIdle } from './end-session.ts'
import type { MemoryCompany } from './memory-company.ts'

/**
 * Replaces the policy. Sessions that are idle by the old policy end first, so that a longer policy doesn't revive them.
 */
export function changeIdlePolicy(
  company: MemoryCompany,
  { isTighter, ...settings }: IdlePolicyChange,
  { actor }: Intent,
  now: Date,
) {
  for (const session of company.sessions.values()) endIfIdle(company, session, now)
  const { idlePolicy } = company
  company.idlePolicy = {
    ...idlePolicy,
    ...settings,
    rev: idlePolicy.rev + 1,
    updatedBy: actor.id,
    updatedAt: now,
    tightenedAt: isTighter ? now : idlePolicy.tightenedAt,
  }
}

/** The policy of a new company: off. */
export const firstIdlePolicy = (minuteMs: number): IdlePolicy => ({
  enabled: false,
  timeoutMinutes: 15,
  allowHold: false,
  rev: 0,
  updatedBy: null,
  updatedAt: null,
  tightenedAt: null,
  minuteMs,
})
