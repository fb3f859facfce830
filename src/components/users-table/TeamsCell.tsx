import type { ReactNode } from 'react'
import type { RoleRef } from '../../contract/roles.ts'
import type { TeamRef } from '../../contract/users.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { Chip } from '../../primitives/chip/Chip.tsx'
import { Hidden } from '../../primitives/hidden/Hidden.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { fitTeams } from './fit-teams.ts'
import { MoreTeams, type TeamsEdit } from './MoreTeams.tsx'

/** A user or an invitation. */
export interface TeamsOwner {
  id: string
  role: RoleRef
  teams?: readonly TeamRef[]
}

interface TeamsCellProps {
  owner: TeamsOwner
  /** Shown if they are in no team. */
  none: ReactNode
  /** In pixels. */
  room: number
  tabIndex: number | undefined
  /** Omit it and the teams can't be edited here. */
  edit?: TeamsEdit | undefined
}

/**
 * As many of someone's teams as there is room for. Direct teams are filled. Teams that come with the role are outlined.
 */
export function TeamsCell({ owner, none, room, tabIndex, edit }: TeamsCellProps) {
  const t = useMessages(usersTableMessages)
  const { teams } = owner
  if (!teams) return <Hidden>{t.unknown}</Hidden>
  if (teams.length === 0) return none
  const shown = fitTeams(teams, room, t.viaRole)
  return (
    <div className="roster-users-teams">
      {teams
        .slice(0, shown)
        .map(placed)
        .map(({ place, team }) => (
          <Chip
            key={place}
            variant={team.direct ? 'filled' : 'outlined'}
            note={team.direct ? undefined : t.viaRole}
          >
            {team.name}
          </Chip>
        ))}
      {shown < teams.length && (
        <MoreTeams
          ownerId={owner.id}
          role={owner.role}
          teams={teams.slice(shown)}
          tabIndex={tabIndex}
          edit={edit}
        />
      )}
    </div>
  )
}

/** Chips have no state: those of a row that is reused for another user are reused too. */
const placed = (team: TeamRef, place: number) => ({ team, place })
