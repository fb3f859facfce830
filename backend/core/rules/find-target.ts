import type { Permission, UserActions } from '@aicx/roster/contract'
import type { UserRecord } from '../ports/records.ts'
import type { Facts, Refusal } from '../ports/write.ts'
import type { Judge } from './judge.ts'
import { judgeActor } from './judge-actor.ts'

/** The user to be changed, and what the actor may do to them, both read under the company's lock. */
export interface FoundTarget {
  target: UserRecord
  /** What the actor may do to the target. */
  actions: UserActions
  rules: Judge
}

/** Finds the user to be changed, and checks the actor again. */
export function findTarget(
  facts: Facts,
  userId: string,
  product: readonly Permission[],
): FoundTarget | { refused: Refusal } {
  const judged = judgeActor(facts, product)
  if ('refused' in judged) return judged
  const target = facts.users.get(userId)
  if (!target) return { refused: { code: 'not_found' } }
  return { target, actions: judged.rules.user(target, facts.adminCount), rules: judged.rules }
}
