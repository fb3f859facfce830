import type { ActivityEntry } from '../../../contract/activity.ts'
import type { RoleRef } from '../../../contract/roles.ts'

/** Returns the entry of the latest change of role, if it set this role: who, when, and the role before. */
export const entryOfRole = (role: RoleRef, entries: readonly ActivityEntry[]): ActivityEntry | undefined => {
  const latest = entries.find(({ after }) => after?.role)
  return latest?.after?.role?.id === role.id ? latest : undefined
}
