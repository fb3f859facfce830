import type { RowRule } from './row-rule.ts'
import type { Rule } from './rule.ts'

/** The rule of a row as the rule of a write to that row alone. */
export const ofOne =
  (rule: RowRule, userId: string): Rule<null> =>
  (facts, product) => {
    const decision = rule(facts, { userId, before: null }, product)
    if ('refused' in decision) return decision
    return { changes: decision.changes, audit: decision.audit, answer: null }
  }
