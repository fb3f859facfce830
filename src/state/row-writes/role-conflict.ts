import type { RoleConflict, RoleList, RoleRef } from '../../contract/roles.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import type { WriteLane } from './write-lane.ts'

/** The role that another person chose for someone, and the one that this client couldn't save. */
export function roleConflictOf<Row extends { role: RoleRef }>(
  { queries, key }: StateCore,
  known: KnownRows<Row>,
  id: string,
  { failed }: WriteLane<Row>,
): RoleConflict | null {
  const change = failed.findLast(({ write }) => write.field === 'role')?.write.change
  const theirs = known.find(id)?.row
  if (!change || !theirs) return null
  const { roles = [] } = queries.getQueryData<RoleList>(key('roles')) ?? {}
  return { theirs: theirs.role, yours: change(theirs, { roles, teams: [] }).role }
}
