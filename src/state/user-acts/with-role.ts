import type { User } from '../../contract/users.ts'
import type { Catalogue } from '../known-rows/row-change.ts'

/** The user with another role, and in the teams that come with it. Unknown teams stay unknown. */
export function withRole(user: User, roleId: string, { roles, teams }: Catalogue): User {
  if (roleId === user.role.id) return user
  const name = roles.find(({ id }) => id === roleId)?.name ?? roleId
  const role = { id: roleId, name }
  if (!user.teams) return { ...user, role }
  const before = user.teams
  const comes = teams.filter(({ roleIds }) => roleIds.includes(roleId))
  const known = new Set(teams.map(({ id }) => id))
  const kept = before.map((team) =>
    known.has(team.id) ? { ...team, viaRole: comes.some(({ id }) => id === team.id) } : team,
  )
  const joined = comes
    .filter(({ id }) => !before.some((team) => team.id === id))
    .map(({ id, name }) => ({ id, name, direct: false, viaRole: true }))
  return {
    ...user,
    role,
    teams: [...kept, ...joined].filter(({ direct, viaRole }) => direct || viaRole),
  }
}
