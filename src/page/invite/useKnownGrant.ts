import { useEffect } from 'react'
import type { WholeListResult } from '../../hooks/list-result.ts'
import type { InviteDraftResult } from '../../hooks/useInviteDraft.ts'

type Known = Pick<WholeListResult<{ id: string }>, 'rows' | 'status' | 'isSupported'>

/** Takes a role and teams out of a draft that were deleted since they were chosen, so that what is shown is sent. */
export function useKnownGrant(draft: InviteDraftResult | undefined, roles: Known, teams: Known): void {
  const { roleId, teamIds = [], setRole, setTeams } = draft ?? {}
  const isGone = ({ rows, status, isSupported }: Known, id: string) =>
    isSupported && status === 'ready' && !rows.some((row) => row.id === id)
  const isRoleGone = roleId !== undefined && isGone(roles, roleId)
  const areTeamsGone = teamIds.some((id) => isGone(teams, id))
  useEffect(() => {
    if (isRoleGone) setRole?.(undefined)
    if (areTeamsGone) setTeams?.(teamIds.filter((id) => teams.rows.some((team) => team.id === id)))
  }, [isRoleGone, areTeamsGone, teamIds, teams.rows, setRole, setTeams])
}
