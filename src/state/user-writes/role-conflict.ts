import type { RoleConflict, RoleList } from '../../contract/roles.ts'
import type { User } from '../../contract/users.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import type { WriteLane } from '../row-writes/write-lane.ts'

/** The role that another person chose for a user, and the one that this client couldn't save. */
export function roleConflictOf(
  { queries, key }: StateCore,
  known: KnownRows<User>,
  id: string,
  { failed }: WriteLane<User>,
): RoleConflict | null {
  const change = failed.findLast(({ write }) => write.field === 'role')?.write.change
  const theirs = known.find(id)?.row
  if (!change || !theirs) return null
  const { roles = [] } = queries.getQueryData<RoleList>(key('roles')) ?? {}
  return { theirs: theirs.role, yours: change(theirs, { roles, teams: [] }).role }
}
