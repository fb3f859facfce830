import { deleteUser } from './delete-user.ts'
import type { Rule } from './rule.ts'

/** Deletes a user. The deletion can be undone under the id of its intent. */
export const decideDelete =
  (userId: string): Rule<null> =>
  (facts, product) => {
    const decision = deleteUser(facts, { userId, before: null }, product)
    if ('refused' in decision) return decision
    const { changes, audit, before } = decision
    return {
      changes,
      audit,
      answer: null,
      ...(before && { selection: { kind: 'record', action: { kind: 'delete' }, userId, before } }),
    }
  }
