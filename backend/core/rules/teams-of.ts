import type { TeamRecord, UserRecord } from '../ports/records.ts'
import { byName } from '../text/by-name.ts'
import { teamMembership } from './team-membership.ts'

/** The teams of a user or an invitation by name, each with how they belong to it. */
export const teamsOf = (holder: Pick<UserRecord, 'roleId' | 'teamIds'>, teams: readonly TeamRecord[]) =>
  byName(
    teams.flatMap((team) => {
      const membership = teamMembership(holder, team)
      return membership ? { id: team.id, name: team.name, ...membership } : []
    }),
  )
