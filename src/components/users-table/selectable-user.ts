import type { Action } from '../../contract/actions.ts'
import type { User, UserActions } from '../../contract/users.ts'

/** What can be done to many users at once, if it is allowed or denied for each user. */
export type BulkVerb = Extract<keyof UserActions, 'delete' | 'changeRole' | 'changeTeams'>

/** Returns the denial of a user for whom every one of these verbs is denied: then nothing can be done with a selection. */
export function bulkDenial(user: User, verbs: readonly BulkVerb[]): Action {
  const actions = verbs.map((verb) => user.actions[verb])
  const [first = { allowed: true }] = actions
  return actions.some(({ allowed }) => allowed) ? { allowed: true } : first
}
