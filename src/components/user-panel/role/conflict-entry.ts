import type { ActivityEntry } from '../../../contract/activity.ts'
import type { RoleConflict } from '../../../contract/roles.ts'

/** Returns the entry of the change that made the conflict, if the activity holds it: who, when, and the role before. */
export const entryOfTheirs = (
  { theirs }: RoleConflict,
  entries: readonly ActivityEntry[],
): ActivityEntry | undefined => {
  const latest = entries.find(({ after }) => after?.role)
  return latest?.after?.role?.id === theirs.id ? latest : undefined
}
