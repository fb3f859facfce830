import { useSyncExternalStore } from 'react'
import { BulkBar } from '../../components/bulk-bar/BulkBar.tsx'
import type { SelectionAction } from '../../contract/selection-requests.ts'
import type { Team } from '../../contract/teams.ts'
import type { WholeListResult } from '../../hooks/list-result.ts'
import { useRosterState } from '../../hooks/RosterContext.ts'
import { ofSelection } from '../../state/runs/of-selection.ts'
import type { BulkProps } from './bulk-props.ts'
import type { BulkRequest } from './bulk-request.ts'
import { selectedIds } from './selected-ids.ts'

interface SelectionBarProps extends Pick<BulkProps, 'users' | 'viewer' | 'roles' | 'bulkActions'> {
  teams: WholeListResult<Team>
  onAsk: (request: BulkRequest) => void
}

/** The bar of the list's selection. It is rendered while something is selected. */
export function SelectionBar({ users, viewer, roles, teams, bulkActions = [], onAsk }: SelectionBarProps) {
  const { signal } = useRosterState('<UsersSettings>')
  const { subscribe, getSnapshot, getServerSnapshot, clearSelection } = users.selecting
  const selected = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const { selection, selectedCount: count, selectedElsewhere } = selected
  const { deleteUsers, changeRole, changeTeams } = viewer.capabilities
  if (count === 0) return null
  // What is on screen at the press is what is changed, even if the search or a filter changes afterwards.
  const { query, idsOf } = users
  const of = () => ofSelection(selection, query)
  const ask = (action: SelectionAction) => onAsk({ of: of(), action, isSelection: true })
  const input = { selection, count }
  return (
    <BulkBar
      count={count}
      isAll={selection.mode === 'exclude' && count === users.total}
      elsewhere={selectedElsewhere}
      onClear={clearSelection}
      roles={roles}
      teams={teams}
      onChangeRole={changeRole ? (roleId) => ask({ kind: 'changeRole', roleId }) : undefined}
      onAddToTeam={changeTeams ? (id) => ask({ kind: 'changeTeams', add: [id], remove: [] }) : undefined}
      onRemoveFromTeam={changeTeams ? (id) => ask({ kind: 'changeTeams', add: [], remove: [id] }) : undefined}
      onDeleteUsers={deleteUsers ? () => ask({ kind: 'delete' }) : undefined}
      actions={bulkActions.map(({ id, label, isEnabled, run }) => ({
        id,
        label,
        isEnabled: isEnabled?.(input),
        onAction: () =>
          void run({ ...input, ids: () => selectedIds(of(), { idsOf, signal }), clear: clearSelection }),
      }))}
    />
  )
}
