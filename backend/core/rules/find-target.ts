import type { Action, KnownErrorCode, Permission, UserActions } from '@aicx/roster/contract'
import type { UserRecord } from '../ports/records.ts'
import type { Facts, Refusal } from '../ports/write.ts'
import { type Judge, judge } from './judge.ts'

/** The user to be changed, and what the actor may do to them, as both are under the company's lock. */
export interface FoundTarget {
  target: UserRecord
  /** What the actor may do to the target. */
  actions: UserActions
  rules: Judge
}

/**
 * Finds the user to be changed. The actor is checked again, as they may have been deleted or demoted since the request
 * was admitted.
 */
export function findTarget(
  { actor, users, catalogue, adminCount }: Facts,
  userId: string,
  product: readonly Permission[],
): FoundTarget | { refused: Refusal } {
  if (!actor) return { refused: { code: 'session_revoked' } }
  const rules = judge({ viewer: actor, catalogue, product })
  const denied = refusalOf(rules.permitted('manage_users'))
  if (denied) return { refused: denied }
  const target = users.get(userId)
  if (!target) return { refused: { code: 'not_found' } }
  return { target, actions: rules.user(target, adminCount), rules }
}

/** The refusal of a write whose action is denied: its code is the action's reason. */
export function refusalOf(action: Action): Refusal | undefined {
  if (action.allowed) return undefined
  const { reason, params } = action
  // Every reason that the rules give is also an error code.
  return { code: reason as KnownErrorCode, reason, ...(params && { params }) }
}
