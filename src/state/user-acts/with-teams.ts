import type { TeamsChange } from '../../contract/user-writes.ts'
import type { TeamRef, User } from '../../contract/users.ts'
import type { Catalogue } from '../known-rows/row-change.ts'

/** The user in the teams that a change leaves them in. Unknown teams stay unknown. */
export function withTeams(user: User, { add, remove }: Readonly<TeamsChange>, { teams }: Catalogue): User {
  if (!user.teams) return user
  const before = user.teams
  const kept = before.map((team) => {
    if (add.includes(team.id)) return { ...team, direct: true }
    return remove.includes(team.id) ? { ...team, direct: false } : team
  })
  const joined = add
    .filter((id) => !before.some((team) => team.id === id))
    .map((id) => {
      const { name = id, roleIds = [] } = teams.find((team) => team.id === id) ?? {}
      return { id, name, direct: true, viaRole: roleIds.includes(user.role.id) }
    })
  return { ...user, teams: [...kept, ...joined].filter(isMember) }
}

const isMember = ({ direct, viaRole }: TeamRef) => direct || viaRole
