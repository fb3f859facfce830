import type { EndedSessions } from '@aicx/roster/contract'
import { findTarget } from './find-target.ts'
import { refusalOf } from './refusal-of.ts'
import type { Rule } from './rule.ts'

/** Ends a user's sessions in the company, except for the session of the request. */
export const decideEndSessions =
  (userId: string, own: string): Rule<EndedSessions> =>
  (facts, product) => {
    const found = findTarget(facts, userId, product)
    if ('refused' in found) return found
    const refused = refusalOf(found.actions.endSessions)
    if (refused) return { refused }
    const open = facts.openSessions.get(userId) ?? []
    return {
      changes: [{ kind: 'end_sessions', userId, reason: 'revoked', except: own }],
      audit: [{ action: 'end_sessions', targetId: userId }],
      answer: { ended: open.filter((id) => id !== own).length },
    }
  }
