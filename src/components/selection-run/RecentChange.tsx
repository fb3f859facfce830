import { type LoadedList, loadedRows } from '../../base/list-state.ts'
import type { FrozenSelection, SelectionRow } from '../../contract/selections.ts'
import { recentChangesMessages } from '../../messages/recent-changes.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'
import { Button } from '../../primitives/button/Button.tsx'
import { Progress } from '../../primitives/progress/Progress.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { type FailedRowActions, FailedRows } from './FailedRows.tsx'
import { RecentChangeState } from './RecentChangeState.tsx'
import { retryable } from './retryable.ts'
import type { ActionNames } from './run-view.ts'
import { runWords } from './run-words.ts'
import { UndoButton } from './UndoButton.tsx'

/** What can be done about a change of the last day. */
export interface RecentChangeActions extends FailedRowActions {
  /** Called by *Continue*, for a change that is paused. */
  onContinue?: ((change: FrozenSelection) => void) | undefined
  /** Called by *Stop*, for a change that is running. */
  onStop?: ((change: FrozenSelection) => void) | undefined
  /** Called by *Undo*, while it is possible. */
  onUndo?: ((change: FrozenSelection) => void) | undefined
  /** Called to try the rows that failed once more. */
  onRetryFailed?: ((change: FrozenSelection) => void) | undefined
}

interface RecentChangeProps extends RecentChangeActions {
  change: FrozenSelection
  viewerId: string | undefined
  names: ActionNames
  /** Whether its failed users are shown. */
  isOpen: boolean
  onOpenChange: ((open: boolean) => void) | undefined
  failedRows: LoadedList<SelectionRow> | undefined
}

/** One change of the last day: what, how far, by whom, and what can be done about it. */
export function RecentChange(props: RecentChangeProps) {
  const { change, viewerId, names, isOpen, onOpenChange, failedRows } = props
  const { onContinue, onStop, onUndo, onRetryFailed, onRetryUser, onOpenUser } = props
  const t = useMessages(recentChangesMessages)
  const run = useMessages(selectionRunMessages)
  const { state, allowed, position, done, failed, madeBy, undo } = change
  const title = runWords(run, change, names).title(allowed)
  const isUnfinished = state === 'running' || state === 'paused'
  const isOwn = madeBy.id === viewerId
  const rows = loadedRows(failedRows)
  const retries = rows && retryable(rows, failed)
  return (
    <li className="roster-run" data-state={state}>
      <Avatar personId={madeBy.id} name={madeBy.name ?? t.someone} size="small" />
      <div className="roster-run-text">
        <span className="roster-run-title">{title}</span>
        {isUnfinished && (
          <Progress
            label={title}
            size="small"
            value={position}
            max={allowed}
            state={state === 'paused' ? 'paused' : 'running'}
          />
        )}
        <RecentChangeState change={change} viewerId={viewerId} />
      </div>
      <div className="roster-run-actions">
        {failed > 0 && onOpenChange && !isUnfinished && (
          <Button variant="quiet" aria-expanded={isOpen} onClick={() => onOpenChange(!isOpen)}>
            {isOpen ? t.hideFailed : t.showFailed}
          </Button>
        )}
        {isUnfinished && isOwn && onStop && (
          <Button variant="quiet" aria-label={t.stopName({ title })} onClick={() => onStop(change)}>
            {t.stop}
          </Button>
        )}
        {state === 'paused' && isOwn && onContinue && (
          <Button aria-label={t.continueName({ title })} onClick={() => onContinue(change)}>
            {t.continue}
          </Button>
        )}
        {undo && onUndo && state !== 'running' && (!isOwn || state !== 'paused') && (
          <UndoButton undo={undo} label={run.undoCount({ count: done })} onUndo={() => onUndo(change)} />
        )}
      </div>
      {isOpen && rows && (
        <div className="roster-run-failed">
          <FailedRows
            rows={rows.map((row) => ({ ...row, code: row.code ?? 'unknown' }))}
            count={failed}
            isInvited={change.resource === 'invitations'}
            onRetryUser={isOwn ? onRetryUser : undefined}
            onOpenUser={onOpenUser}
          />
          {onRetryFailed && isOwn && retries !== 0 && (
            <Button variant="quiet" onClick={() => onRetryFailed(change)}>
              {retries === undefined ? run.retryUncounted : t.retryFailed({ count: retries })}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
