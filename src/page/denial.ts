import type { Action } from '../contract/actions.ts'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'

/** Why the viewer may not see users. */
export interface Denial {
  /** The permission that they lack. */
  permission: string | undefined
  roleName: string | undefined
  /** The denial itself, if it is for another reason than a permission. */
  other: Extract<Action, { allowed: false }> | undefined
}

/** Returns a denial if the viewer may not see users: by the session or, before it is loaded, by the rejected list. */
export function denialOf(
  { viewer }: UseViewerResult,
  { status, error }: UsersListResult,
): Denial | undefined {
  const action = viewer?.actions.manageUsers
  const refusal = status === 'error' && error?.code === 'missing_permission' ? error : undefined
  if (action?.allowed !== false && !refusal) return undefined
  const params = action?.allowed === false ? action.params : refusal?.params
  const other = action?.allowed === false && action.reason !== 'missing_permission' ? action : undefined
  return { permission: params?.permission, roleName: viewer?.role.name, other }
}
