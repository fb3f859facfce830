import { useState } from 'react'
import { PausedBar } from '../../components/selection-run/PausedBar.tsx'
import type { UseRecentChangesResult } from '../../hooks/useRecentChanges.ts'
import type { SelectionRun } from '../../state/runs/selection-run.ts'
import type { BulkRequest } from './bulk-request.ts'
import type { useActionNames } from './useActionNames.ts'

interface PausedRunsProps {
  changes: UseRecentChangesResult
  viewerId: string | undefined
  namesOf: ReturnType<typeof useActionNames>
  onContinue: (run: SelectionRun) => void
  onAsk: (request: BulkRequest) => void
}

/** Shows the viewer's latest paused change, so that they needn't look for it. */
export function PausedRuns({ changes, viewerId, namesOf, onContinue, onAsk }: PausedRunsProps) {
  const [dismissedIds, setDismissedIds] = useState<readonly string[]>([])
  const paused = changes.rows.find(
    ({ id, state, madeBy }) => state === 'paused' && madeBy.id === viewerId && !dismissedIds.includes(id),
  )
  if (!paused) return null
  return (
    <PausedBar
      key={paused.id}
      selection={paused}
      names={namesOf(paused.action)}
      onContinue={() => onContinue(changes.adopt(paused))}
      onUndo={() => onAsk({ of: { undoOf: paused.id }, action: { kind: 'undo' } })}
      onDismiss={() => setDismissedIds([...dismissedIds, paused.id])}
    />
  )
}
