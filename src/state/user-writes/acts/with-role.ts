import type { User } from '../../../contract/users.ts'
import type { Catalogue } from '../../known-users/user-change.ts'

/** The user with another role, and in the teams that come with it. */
export function withRole(user: User, roleId: string, { roles, teams }: Catalogue): User {
  if (roleId === user.role.id) return user
  const name = roles.find(({ id }) => id === roleId)?.name ?? roleId
  const comes = teams.filter(({ roleIds }) => roleIds.includes(roleId))
  const known = new Set(teams.map(({ id }) => id))
  const kept = user.teams.map((team) =>
    known.has(team.id) ? { ...team, viaRole: comes.some(({ id }) => id === team.id) } : team,
  )
  const joined = comes
    .filter(({ id }) => !user.teams.some((team) => team.id === id))
    .map(({ id, name }) => ({ id, name, direct: false, viaRole: true }))
  return {
    ...user,
    role: { id: roleId, name },
    teams: [...kept, ...joined].filter(({ direct, viaRole }) => direct || viaRole),
  }
}
