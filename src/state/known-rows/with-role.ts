import type { RoleRef } from '../../contract/roles.ts'
import type { TeamRef } from '../../contract/users.ts'
import type { Catalogue } from '../known-rows/row-change.ts'

/** A row with a role and the teams that come with it. */
export interface WithRole {
  role: RoleRef
  teams?: TeamRef[]
}

/** The row with another role, and in the teams that come with it. Unknown teams stay unknown. */
export function withRole<Row extends WithRole>(row: Row, roleId: string, { roles, teams }: Catalogue): Row {
  if (roleId === row.role.id) return row
  const name = roles.find(({ id }) => id === roleId)?.name ?? roleId
  const role = { id: roleId, name }
  if (!row.teams) return { ...row, role }
  const before = row.teams
  const comes = teams.filter(({ roleIds }) => roleIds.includes(roleId))
  const known = new Set(teams.map(({ id }) => id))
  const kept = before.map((team) =>
    known.has(team.id) ? { ...team, viaRole: comes.some(({ id }) => id === team.id) } : team,
  )
  const joined = comes
    .filter(({ id }) => !before.some((team) => team.id === id))
    .map(({ id, name }) => ({ id, name, direct: false, viaRole: true }))
  return {
    ...row,
    role,
    teams: [...kept, ...joined].filter(({ direct, viaRole }) => direct || viaRole),
  }
}
