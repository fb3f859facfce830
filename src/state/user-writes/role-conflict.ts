import type { RoleConflict, RoleList } from '../../contract/roles.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownUsers } from '../known-users/known-users.ts'
import type { WriteLane } from './write-lane.ts'

/** The role that another person gave a user, and the one that this client failed to give. */
export function roleConflictOf(
  { queries, key }: StateCore,
  known: KnownUsers,
  id: string,
  { failed }: WriteLane,
): RoleConflict | null {
  const change = failed.findLast(({ write }) => write.field === 'role')?.write.change
  const theirs = known.find(id)?.user
  if (!change || !theirs) return null
  const { roles = [] } = queries.getQueryData<RoleList>(key('roles')) ?? {}
  return { theirs: theirs.role, yours: change(theirs, { roles, teams: [] }).role }
}
