import type { EndedSessions, Permission } from '@aicx/roster/contract'
import type { Decision, Facts } from '../store.ts'
import { meet, refusalOf } from './meet.ts'

/** Ends a user's sessions in the company, but for the one that asks. */
export const decideSessions =
  (userId: string, own: string, product: readonly Permission[]) =>
  (facts: Facts): Decision<EndedSessions> => {
    const met = meet(facts, userId, product)
    if ('refused' in met) return met
    const refused = refusalOf(met.actions.endSessions)
    if (refused) return { refused }
    const open = facts.openSessions.get(userId) ?? []
    return {
      changes: [{ kind: 'end_sessions', userId, reason: 'revoked', except: own }],
      audit: [{ action: 'end_sessions', targetId: userId }],
      answer: { ended: open.filter((id) => id !== own).length },
    }
  }
