import type { TeamsChange } from '../../contract/user-writes.ts'
import type { TeamRef } from '../../contract/users.ts'
import type { Catalogue } from '../known-rows/row-change.ts'
import type { WithRole } from './with-role.ts'

/** The row in the teams that a change leaves it in. Unknown teams stay unknown. */
export function withTeams<Row extends WithRole>(
  row: Row,
  { add, remove }: Readonly<TeamsChange>,
  { teams }: Catalogue,
): Row {
  if (!row.teams) return row
  const before = row.teams
  const kept = before.map((team) => {
    if (add.includes(team.id)) return { ...team, direct: true }
    return remove.includes(team.id) ? { ...team, direct: false } : team
  })
  const joined = add
    .filter((id) => !before.some((team) => team.id === id))
    .map((id) => {
      const { name = id, roleIds = [] } = teams.find((team) => team.id === id) ?? {}
      return { id, name, direct: true, viaRole: roleIds.includes(row.role.id) }
    })
  return { ...row, teams: [...kept, ...joined].filter(isMember) }
}

const isMember = ({ direct, viaRole }: TeamRef) => direct || viaRole
