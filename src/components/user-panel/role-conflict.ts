import type { ActivityEntry } from '../../contract/activity.ts'
import type { RoleRef } from '../../contract/roles.ts'

/** A role that two people gave at once. */
export interface RoleConflict {
  /** What the user has now. */
  theirs: RoleRef
  /** What was meant. */
  yours: RoleRef
}

/** The entry that gave their role, where the activity has it already: who, when, and the role before. */
export const entryOfTheirs = (
  { theirs }: RoleConflict,
  entries: readonly ActivityEntry[],
): ActivityEntry | undefined => {
  const latest = entries.find(({ after }) => after?.role)
  return latest?.after?.role?.id === theirs.id ? latest : undefined
}
