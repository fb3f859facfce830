import { useMemo } from 'react'
import type { ActionNames } from '../../components/selection-run/run-view.ts'
import type { SelectionAction } from '../../contract/selection-requests.ts'
import type { Team } from '../../contract/teams.ts'
import type { WholeListResult } from '../../hooks/list-result.ts'
import type { BulkProps } from './bulk-props.ts'

interface ActionThings extends Pick<BulkProps, 'roles'> {
  teams: WholeListResult<Team>
}

/** Returns a function that names the role and the teams of an action. For a deleted role or team the name is its id. */
export function useActionNames({ roles, teams }: ActionThings) {
  return useMemo(() => {
    const nameOf = (things: readonly { id: string; name: string }[], id: string) =>
      things.find((thing) => thing.id === id)?.name ?? id
    return (action: SelectionAction): ActionNames => {
      if (action.kind === 'changeRole') return { roleName: nameOf(roles.rows, action.roleId) }
      if (action.kind !== 'changeTeams') return {}
      const ids = action.add.length > 0 ? action.add : action.remove
      return { teamNames: ids.map((id) => nameOf(teams.rows, id)) }
    }
  }, [roles.rows, teams.rows])
}
