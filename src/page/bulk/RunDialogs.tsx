import { useRef, useState } from 'react'
import { ChangeUsersDialog } from '../../components/selection-run/ChangeUsersDialog.tsx'
import { DeleteUsersDialog } from '../../components/selection-run/DeleteUsersDialog.tsx'
import { RunDialog } from '../../components/selection-run/RunDialog.tsx'
import { RunResultDialog } from '../../components/selection-run/RunResultDialog.tsx'
import type { ActionNames } from '../../components/selection-run/run-view.ts'
import { useSelectionRows } from '../../hooks/useSelectionRows.ts'
import { useIsomorphicLayoutEffect } from '../../primitives/element/useIsomorphicLayoutEffect.ts'
import type { RunChoice } from '../../state/runs/run-driver.ts'
import type { BulkRequest } from './bulk-request.ts'
import { asksNothing, type ShownRun } from './useShownRun.ts'

interface RunDialogsProps {
  shown: ShownRun
  names: ActionNames
  companyName: string | undefined
  viewerId: string | undefined
  onConfirm: (choice: RunChoice) => void
  onClose: () => void
  /** Starts another change: an undo or a retry. */
  onAsk: (request: BulkRequest) => void
  onContinue: () => void
  onOpenUser: (id: string) => void
  /** Returns the element that takes the focus when a change has ended; null for the opener. */
  returnFocus: () => HTMLElement | null
}

/** The dialogs of a change: the question, its progress and its result. */
export function RunDialogs(props: RunDialogsProps) {
  const { shown, names, companyName, viewerId, onConfirm, onClose, onAsk, onContinue, onOpenUser } = props
  const { run, snapshot, request, step, isSlow } = shown
  const { selection, action } = snapshot
  const rows = useSelectionRows(step === 'asking' ? selection?.id : undefined, {
    outcome: 'allowed',
    limit: 5,
  })
  const skippedRows = useSelectionRows(step === 'asking' ? selection?.id : undefined, {
    outcome: 'skipped',
    limit: 5,
  })
  const [chosenFor, setChosenFor] = useState<ShownRun['run']>()
  const deleteInvitations = chosenFor === run
  const latestFocus = useRef(props.returnFocus)
  useIsomorphicLayoutEffect(() => {
    latestFocus.current = props.returnFocus
  })
  const returnFocus = () => latestFocus.current()

  if (step === 'result')
    return (
      <RunResultDialog
        open
        onOpenChange={onClose}
        returnFocus={returnFocus}
        run={snapshot}
        names={names}
        onContinue={onContinue}
        onUndo={
          selection ? () => onAsk({ of: { undoOf: selection.id }, action: { kind: 'undo' } }) : undefined
        }
        onRetryFailed={
          selection && action.kind !== 'undo'
            ? () => onAsk({ of: { failedOf: selection.id }, action, isSelection: request.isSelection })
            : undefined
        }
        onRetryUser={
          action.kind === 'undo' ? undefined : (id) => onAsk({ of: { ids: [id] }, action, isConfirmed: true })
        }
        onOpenUser={onOpenUser}
      />
    )
  if (step === 'running' && (isSlow || asksNothing(request)))
    return isSlow ? (
      <RunDialog open returnFocus={returnFocus} run={snapshot} names={names} onStop={run.stop} />
    ) : null
  const question = {
    open: true,
    onOpenChange: () => {
      if (step === 'asking') onClose()
    },
    returnFocus,
    run: snapshot,
    rows,
    skippedRows,
    viewerId,
    onConfirm: () => onConfirm({ deleteInvitations }),
  }
  return action.kind === 'delete' ? (
    <DeleteUsersDialog
      companyName={companyName}
      deleteInvitations={deleteInvitations}
      onDeleteInvitationsChange={(isChosen) => setChosenFor(isChosen ? run : undefined)}
      {...question}
    />
  ) : (
    <ChangeUsersDialog names={names} {...question} />
  )
}
