import { type IdleLogoutSettings, type IdleTimeout, idleTimeouts } from '@aicx/roster/contract'
import type { IdlePolicy } from '../ports/idle.ts'
import { judgeActor } from './judge-actor.ts'
import type { Rule } from './rule.ts'

/** The settings that a request asks for, whose timeout can be anything. */
export type AskedSettings = Omit<IdleLogoutSettings, 'timeoutMinutes'> & { timeoutMinutes: unknown }

const isTimeout = (value: unknown): value is IdleTimeout => idleTimeouts.some((timeout) => timeout === value)

/** Whether people are logged out who would not have been before. */
const isTighter = (before: IdlePolicy, after: IdleLogoutSettings) =>
  after.enabled && (!before.enabled || after.timeoutMinutes < before.timeoutMinutes)

const isSame = (a: IdleLogoutSettings, b: IdleLogoutSettings) =>
  a.enabled === b.enabled && a.timeoutMinutes === b.timeoutMinutes && a.allowHold === b.allowHold

/** Replaces the settings of a policy whose revision is still the given one. */
export const decideIdlePolicy =
  (companyId: string, asked: AskedSettings, version: string): Rule<null> =>
  (facts, product) => {
    const judged = judgeActor(facts, product)
    if ('refused' in judged) return judged
    const { idlePolicy } = facts
    if (String(idlePolicy.rev) !== version) return { refused: { code: 'version_mismatch' } }
    const { enabled, timeoutMinutes, allowHold } = asked
    if (!isTimeout(timeoutMinutes)) return { refused: { code: 'timeout_not_allowed' } }
    const after = { enabled, timeoutMinutes, allowHold }
    if (isSame(idlePolicy, after)) return { changes: [], audit: [], answer: null }
    const before = {
      enabled: idlePolicy.enabled,
      timeoutMinutes: idlePolicy.timeoutMinutes,
      allowHold: idlePolicy.allowHold,
    }
    return {
      changes: [],
      audit: [
        {
          action: 'set_idle_logout',
          targetId: companyId,
          before: { idleLogout: before },
          after: { idleLogout: after },
        },
      ],
      idlePolicy: { ...after, isTighter: isTighter(idlePolicy, after) },
      answer: null,
    }
  }
