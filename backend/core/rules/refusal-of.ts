import type { Action, KnownErrorCode } from '@aicx/roster/contract'
import type { Refusal } from '../ports/write.ts'

/** The refusal of a write whose action is denied: its code is the action's reason. */
export function refusalOf(action: Action): Refusal | undefined {
  if (action.allowed) return undefined
  const { reason, params } = action
  // Every reason that the rules give is also an error code.
  return { code: reason as KnownErrorCode, reason, ...(params && { params }) }
}
