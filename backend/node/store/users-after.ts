import type { UserRecord } from '../../core/ports/records.ts'
import type { UserChange } from '../../core/ports/write.ts'
import { compareBytes } from '../../core/text/compare-bytes.ts'
import { foldChanges } from './user-patches.ts'

/** Users after changes that were decided under their company's lock, so that nothing need be read again. */
export function usersAfter(
  users: ReadonlyMap<string, UserRecord>,
  changes: UserChange[],
  revision: number,
): Map<string, UserRecord> {
  const after = new Map(users)
  for (const { id, roleId, isDeleted, teams } of foldChanges(changes).patches) {
    const user = users.get(id)
    if (!user) continue
    if (isDeleted) {
      after.delete(id)
      continue
    }
    const kept = user.teamIds.filter((team) => teams.get(team) !== false)
    const joined = [...teams].flatMap(([team, isMember]) => (isMember ? team : []))
    const teamIds = [...new Set([...kept, ...joined])].sort(compareBytes)
    after.set(id, { ...user, roleId: roleId ?? user.roleId, teamIds, version: String(revision) })
  }
  return after
}
