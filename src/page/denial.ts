import type { UsersListResult } from '../hooks/useUsersList.ts'
import type { UseViewerResult } from '../hooks/useViewer.ts'

/** The permission that the viewer lacks, and their role. */
export interface Denial {
  permission: string | undefined
  roleName: string | undefined
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
  return { permission: params?.permission, roleName: viewer?.role.name }
}
