import type { Role } from '../../contract/roles.ts'
import type { Team } from '../../contract/teams.ts'
import type { TeamsChange } from '../../contract/user-writes.ts'
import type { TeamRef, User } from '../../contract/users.ts'

/** A change of a user as it is shown before the server has answered. */
export type UserChange = { kind: 'role'; roleId: string } | ({ kind: 'teams' } & Readonly<TeamsChange>)

/** Roles and teams as far as they are loaded: names, and what a role brings along. */
export interface Catalogue {
  roles: readonly Role[]
  teams: readonly Team[]
}

/** The user as they will be. */
export const applyChange = (user: User, change: UserChange, catalogue: Catalogue): User =>
  change.kind === 'role' ? withRole(user, change.roleId, catalogue) : withTeams(user, change, catalogue)

function withRole(user: User, roleId: string, { roles, teams }: Catalogue): User {
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
  return { ...user, role: { id: roleId, name }, teams: [...kept, ...joined].filter(isMember) }
}

function withTeams(user: User, { add, remove }: TeamsChange, { teams }: Catalogue): User {
  const kept = user.teams.map((team) => {
    if (add.includes(team.id)) return { ...team, direct: true }
    return remove.includes(team.id) ? { ...team, direct: false } : team
  })
  const joined = add
    .filter((id) => !user.teams.some((team) => team.id === id))
    .map((id) => {
      const { name = id, roleIds = [] } = teams.find((team) => team.id === id) ?? {}
      return { id, name, direct: true, viaRole: roleIds.includes(user.role.id) }
    })
  return { ...user, teams: [...kept, ...joined].filter(isMember) }
}

const isMember = ({ direct, viaRole }: TeamRef) => direct || viaRole
