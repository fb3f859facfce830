import { forwardRef } from 'react'
import { type LoadedList, loadedRows } from '../../base/list-state.ts'
import type { FrozenSelection, SelectionRow } from '../../contract/selections.ts'
import { recentChangesMessages } from '../../messages/recent-changes.ts'
import { statesMessages } from '../../messages/states.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Dialog } from '../../primitives/dialog/Dialog.tsx'
import type { ModalProps } from '../../primitives/dialog/modal-props.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'
import { RecentChange, type RecentChangeActions } from './RecentChange.tsx'
import type { ActionNames } from './run-view.ts'

/** Props of {@link RecentChangesDialog}. A callback that is omitted hides its button. */
export interface RecentChangesDialogProps extends Omit<ModalProps, 'children'>, RecentChangeActions {
  /** The changes of the last day, newest first. */
  changes: LoadedList<FrozenSelection>
  /** The id of the viewer, whose changes are called *yours*. */
  viewerId?: string | undefined
  /** Names the role and the teams of a change. */
  namesOf: (action: FrozenSelection['action']) => ActionNames
  /** The change whose failed users are shown. */
  openId?: string | undefined
  /** Called when the details of a change are opened or closed, with its id or `undefined`. */
  onOpenIdChange?: ((id: string | undefined) => void) | undefined
  /** The failed users of the open change. */
  failedRows?: LoadedList<SelectionRow> | undefined
}

/** The changes to many users of the last day: those that run or are paused first, with what can be done about each. */
export const RecentChangesDialog = forwardRef<HTMLDivElement, RecentChangesDialogProps>(
  function RecentChangesDialog(props, ref) {
    const { changes, viewerId, namesOf, openId, onOpenIdChange, failedRows, ...rest } = props
    const { onContinue, onStop, onUndo, onRetryFailed, onRetryUser, onOpenUser, ...modal } = rest
    const t = useMessages(recentChangesMessages)
    const states = useMessages(statesMessages)
    const rows = loadedRows(changes)
    const isOpen = ({ state }: FrozenSelection) => state === 'running' || state === 'paused'
    const groups = [
      { title: t.unfinished, rows: rows?.filter(isOpen) ?? [] },
      { title: t.finished, rows: rows?.filter((row) => !isOpen(row)) ?? [] },
    ]
    return (
      <Dialog ref={ref} size="wide" title={t.title} text={t.text} {...modal}>
        {changes.status === 'error' && (
          <p role="alert" className="roster-run-error">
            <span>{t.error}</span>
            {changes.refetch && (
              <Button variant="quiet" onClick={changes.refetch}>
                {states.tryAgain}
              </Button>
            )}
          </p>
        )}
        {!rows && changes.status !== 'error' && (
          <div className="roster-runs" aria-busy="true">
            <Skeleton length={6} />
            <Skeleton length={4} faint />
          </div>
        )}
        {rows?.length === 0 && <p className="roster-run-note">{t.none}</p>}
        {groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <section key={group.title} className="roster-run-block">
              <h3 className="roster-run-block-title">{group.title}</h3>
              <ul className="roster-runs">
                {group.rows.map((change) => (
                  <RecentChange
                    key={change.id}
                    change={change}
                    viewerId={viewerId}
                    names={namesOf(change.action)}
                    isOpen={change.id === openId}
                    onOpenChange={onOpenIdChange && ((open) => onOpenIdChange(open ? change.id : undefined))}
                    failedRows={failedRows}
                    onContinue={onContinue}
                    onStop={onStop}
                    onUndo={onUndo}
                    onRetryFailed={onRetryFailed}
                    onRetryUser={onRetryUser}
                    onOpenUser={onOpenUser}
                  />
                ))}
              </ul>
            </section>
          ))}
      </Dialog>
    )
  },
)
