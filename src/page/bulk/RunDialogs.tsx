import { type ReactElement, useState } from 'react'
import type { ConfirmRunProps } from '../../components/selection-run/confirm-run-props.ts'
import type { DeleteUsersDialogProps } from '../../components/selection-run/DeleteUsersDialog.tsx'
import { RunDialog } from '../../components/selection-run/RunDialog.tsx'
import { RunResultDialog } from '../../components/selection-run/RunResultDialog.tsx'
import type { ActionNames } from '../../components/selection-run/run-view.ts'
import { useSelectionRows } from '../../hooks/useSelectionRows.ts'
import { useLatest } from '../../primitives/element/useLatest.ts'
import type { RunChoice } from '../../state/runs/run-driver.ts'
import type { BulkRequest } from './bulk-request.ts'
import { asksNothing, type ShownRun } from './useShownRun.ts'

/** Whether a deletion of users also deletes the pending invitations that they sent. */
type DeletionChoice = Required<
  Pick<DeleteUsersDialogProps, 'deleteInvitations' | 'onDeleteInvitationsChange'>
>

interface RunDialogsProps {
  shown: ShownRun
  names: ActionNames
  viewerId: string | undefined
  onConfirm: (choice: RunChoice) => void
  onClose: () => void
  /** Starts another change: an undo or a retry. */
  onAsk: (request: BulkRequest) => void
  onContinue: () => void
  /** Opens the panel of a row that failed. */
  onOpenUser: (id: string) => void
  /** Renders the question before the change. */
  question: (props: ConfirmRunProps, choice: DeletionChoice) => ReactElement
  /** Returns the element that takes the focus when a change has ended. `null` returns it to the opener. */
  returnFocus: (opener: HTMLElement | null) => HTMLElement | null
}

/** The dialogs of a change: the question, its progress and its result. */
export function RunDialogs(props: RunDialogsProps) {
  const { shown, names, viewerId, onConfirm, onClose, onAsk, onContinue, onOpenUser } = props
  const { run, snapshot, request, step, isSlow } = shown
  const { selection, action } = snapshot
  const rows = useSelectionRows(step === 'asking' ? selection?.id : undefined, {
    outcome: 'allowed',
    limit: 5,
  })
  const listsSkipped = step === 'asking' || (step === 'result' && action.kind === 'resend')
  const skippedRows = useSelectionRows(listsSkipped ? selection?.id : undefined, {
    outcome: 'skipped',
    limit: 5,
  })
  const [chosenFor, setChosenFor] = useState<ShownRun['run']>()
  const deleteInvitations = chosenFor === run
  const latestFocus = useLatest(props.returnFocus)
  const returnFocus = (opener: HTMLElement | null) => latestFocus.current(opener)

  if (step === 'result')
    return (
      <RunResultDialog
        open
        onOpenChange={onClose}
        returnFocus={returnFocus}
        run={snapshot}
        names={names}
        skippedRows={skippedRows}
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
  return props.question(
    {
      open: true,
      onOpenChange: () => {
        if (step === 'asking') onClose()
      },
      returnFocus,
      run: snapshot,
      pending: step === 'running',
      rows,
      skippedRows,
      viewerId,
      onConfirm: () => onConfirm({ deleteInvitations }),
    },
    {
      deleteInvitations,
      onDeleteInvitationsChange: (isChosen) => setChosenFor(isChosen ? run : undefined),
    },
  )
}
