import { useEffect, useState } from 'react'
import { RecentChangesDialog } from '../../components/selection-run/RecentChangesDialog.tsx'
import type { FrozenSelection } from '../../contract/selections.ts'
import type { UseRecentChangesResult } from '../../hooks/useRecentChanges.ts'
import { useSelectionRows } from '../../hooks/useSelectionRows.ts'
import type { SelectionRun } from '../../state/runs/selection-run.ts'
import type { BulkRequest } from './bulk-request.ts'
import type { useActionNames } from './useActionNames.ts'

interface RecentProps {
  changes: UseRecentChangesResult
  viewerId: string | undefined
  namesOf: ReturnType<typeof useActionNames>
  onClose: () => void
  onAsk: (request: BulkRequest) => void
  onContinue: (run: SelectionRun) => void
  /** Opens the panel of a row that failed. */
  onOpenRow: (id: string, resource: string) => void
}

/** *Recent changes*, with what the hooks return. */
export function Recent({ changes, viewerId, namesOf, onClose, onAsk, onContinue, onOpenRow }: RecentProps) {
  const [openId, setOpenId] = useState<string>()
  // Another tab may have started or paused a change since the list was loaded.
  const { refetch } = changes
  useEffect(() => void refetch(), [refetch])
  const failedRows = useSelectionRows(openId, { outcome: 'failed', limit: 50 })
  const open = changes.rows.find(({ id }) => id === openId)
  const leave = (act: () => void) => {
    onClose()
    act()
  }
  return (
    <RecentChangesDialog
      open
      onOpenChange={onClose}
      changes={changes}
      viewerId={viewerId}
      namesOf={namesOf}
      openId={openId}
      onOpenIdChange={setOpenId}
      failedRows={failedRows}
      onContinue={(change) => leave(() => onContinue(changes.adopt(change)))}
      onStop={(change) => void changes.stop(change)}
      onUndo={({ id }) => leave(() => onAsk({ of: { undoOf: id }, action: { kind: 'undo' } }))}
      onRetryFailed={(change) => leave(() => onAsk({ ...sameAs(change), of: { failedOf: change.id } }))}
      onRetryUser={
        // An undo names a whole change, so a single row of it can't be undone again.
        open && open.action.kind !== 'undo'
          ? (id) => leave(() => onAsk({ ...sameAs(open), of: { ids: [id] }, isConfirmed: true }))
          : undefined
      }
      onOpenUser={open && ((id) => leave(() => onOpenRow(id, open.resource)))}
    />
  )
}

/** The change again, for other rows. */
const sameAs = ({ action, resource }: FrozenSelection): Omit<BulkRequest, 'of'> => ({
  action,
  resource: resource === 'invitations' ? 'invitations' : 'users',
})
