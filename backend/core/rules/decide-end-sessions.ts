import type { EndedSessions, Permission } from '@aicx/roster/contract'
import type { Decision, Facts } from '../ports/write.ts'
import { findTarget, refusalOf } from './find-target.ts'

/** Ends a user's sessions in the company, but for the one that asks. */
export const decideEndSessions =
  (userId: string, own: string, product: readonly Permission[]) =>
  (facts: Facts): Decision<EndedSessions> => {
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
