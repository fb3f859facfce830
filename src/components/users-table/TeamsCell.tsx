import type { TeamRef, User } from '../../contract/users.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Chip } from '../../primitives/chip/Chip.tsx'
import { Hidden } from '../../primitives/hidden/Hidden.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { fitTeams } from './fit-teams.ts'
import { MoreTeams } from './MoreTeams.tsx'

interface TeamsCellProps {
  user: User
  /** In pixels. */
  room: number
  tabIndex: number | undefined
  onEditTeams: ((user: User) => void) | undefined
}

/**
 * As many of a user's teams as there is room for. Direct teams are filled. Teams that come with the role are outlined.
 */
export function TeamsCell({ user, room, tabIndex, onEditTeams }: TeamsCellProps) {
  const t = useMessages(usersTableMessages)
  const { teams } = user
  if (!teams) return <Hidden>{t.unknown}</Hidden>
  if (teams.length === 0) return <Hidden>{t.noTeams}</Hidden>
  const shown = fitTeams(teams, room, t.viaRole)
  return (
    <div className="roster-users-teams">
      {teams.slice(0, shown).map((team) => (
        <TeamChip key={team.id} team={team} viaRole={t.viaRole} />
      ))}
      {shown < teams.length && (
        <MoreTeams
          key={user.id}
          user={user}
          teams={teams.slice(shown)}
          tabIndex={tabIndex}
          onEditTeams={onEditTeams}
        />
      )}
    </div>
  )
}

function TeamChip({ team, viaRole }: { team: TeamRef; viaRole: string }) {
  return (
    <Chip variant={team.direct ? 'filled' : 'outlined'} note={!team.direct && viaRole}>
      {team.name}
    </Chip>
  )
}
