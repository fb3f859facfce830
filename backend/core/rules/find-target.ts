import type { Action, KnownErrorCode, Permission, UserActions } from '@aicx/roster/contract'
import type { UserRecord } from '../ports/records.ts'
import type { Facts, Refusal } from '../ports/write.ts'
import { type Judge, judge } from './judge.ts'

/** An actor and the user to be changed, as they stand to each other under the company's lock. */
export interface FoundTarget {
  target: UserRecord
  /** What the actor may do to the target. */
  actions: UserActions
  rules: Judge
}

/** Both as they are now: the actor may have been deleted or demoted since the request was let in. */
export function findTarget(
  { actor, users, catalogue, adminCount }: Facts,
  userId: string,
  product: readonly Permission[],
): FoundTarget | { refused: Refusal } {
  if (!actor) return { refused: { code: 'session_revoked' } }
  const rules = judge({ viewer: actor, catalogue, product })
  const powerless = refusalOf(rules.permitted('manage_users'))
  if (powerless) return { refused: powerless }
  const target = users.get(userId)
  if (!target) return { refused: { code: 'not_found' } }
  return { target, actions: rules.user(target, adminCount), rules }
}

/** A denied action as the refusal of a write: the reason is its code. */
export function refusalOf(action: Action): Refusal | undefined {
  if (action.allowed) return undefined
  const { reason, params } = action
  // The rules give no reason that is not a code.
  return { code: reason as KnownErrorCode, reason, ...(params && { params }) }
}
