import { forwardRef, useRef } from 'react'
import type { LoadedList } from '../../base/list-state.ts'
import type { SelectionRow } from '../../contract/selections.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Modal } from '../../primitives/dialog/Modal.tsx'
import { ModalBody } from '../../primitives/dialog/ModalBody.tsx'
import { ModalFoot } from '../../primitives/dialog/ModalFoot.tsx'
import { ModalHead } from '../../primitives/dialog/ModalHead.tsx'
import type { ModalProps } from '../../primitives/dialog/modal-props.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useSecondsLeft } from '../../primitives/roster-ui/useSecondsLeft.ts'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import { type FailedRowActions, FailedRows } from './FailedRows.tsx'
import { PartialRows } from './PartialRows.tsx'
import { RunProgress } from './RunProgress.tsx'
import { retryable } from './retryable.ts'
import type { ActionNames, RunView } from './run-view.ts'
import { runWords } from './run-words.ts'
import { SkippedList } from './SkippedList.tsx'
import { UndoButton } from './UndoButton.tsx'
import { waitOf } from './wait-of.ts'

/** Props of {@link RunResultDialog}. A callback that is omitted hides its button. */
export interface RunResultDialogProps extends Omit<ModalProps, 'children'>, FailedRowActions {
  run: RunView
  /** The rows that were left out, if no question has listed them before. */
  skippedRows?: LoadedList<SelectionRow> | undefined
  names?: ActionNames | undefined
  /** Tries everyone again who failed, except users that must be checked first. */
  onRetryFailed?: (() => void) | undefined
  /** Continues a paused run. */
  onContinue?: (() => void) | undefined
  /** Called by *Undo*. Omit it and the button isn't rendered. */
  onUndo?: (() => void) | undefined
}

/** The result of a change of many users that wasn't completed: who failed, why, and what can be done. */
export const RunResultDialog = forwardRef<HTMLDivElement, RunResultDialogProps>(function RunResultDialog(
  { run, names, skippedRows, onRetryFailed, onContinue, onUndo, onRetryUser, onOpenUser, ...modal },
  ref,
) {
  const t = useMessages(selectionRunMessages)
  const { countdown } = useFormats()
  const sentence = useFailureSentence()
  const words = runWords(t, run, names)
  const primary = useRef<HTMLButtonElement>(null)
  const { phase, selection, failed, partial, error, action } = run
  const { allowed: count = 0, done = 0, failed: failures = 0, partial: less = 0, undo } = selection ?? {}
  const isPaused = phase === 'paused'
  const isStopped = phase === 'stopped'
  const retries = retryable(failed, failures)
  // A resend asks nothing, so what it leaves out is listed here.
  const leftOut = action.kind === 'resend' && selection && !isPaused ? selection.total - count : 0
  const isInvited = run.resource === 'invitations'
  const wait = Math.max(0, ...failed.map(waitOf))
  const left = useSecondsLeft(wait > 0 ? wait * 1_000 : undefined) ?? 0
  const close = () => modal.onOpenChange(false)
  const canRetry = !isPaused && onRetryFailed !== undefined && retries !== 0
  return (
    <Modal ref={ref} part="dialog" role="alertdialog" lightDismiss={false} initialFocus={primary} {...modal}>
      <ModalHead
        title={
          isPaused
            ? words.paused({ count, done })
            : isStopped
              ? words.stoppedAt({ count, done })
              : words.failed({ count: count + leftOut, failed: failures + leftOut, done })
        }
      />
      <ModalBody text={isPaused ? words.pausedText : words.failedText({ count: done, partial: less })}>
        {error && (
          <p role="alert" className="roster-run-error">
            <Icon name="alert" />
            <span>{sentence(error)}</span>
          </p>
        )}
        {isPaused && <RunProgress run={run} />}
        {failed.length > 0 && (
          <section className="roster-run-block">
            {less > 0 && <h3 className="roster-run-block-title">{t.undo.notRestored}</h3>}
            <FailedRows
              rows={failed}
              count={failures}
              isInvited={isInvited}
              passed={wait - left}
              onRetryUser={onRetryUser}
              onOpenUser={onOpenUser}
            />
          </section>
        )}
        {leftOut > 0 && selection && <SkippedList selection={selection} rows={skippedRows} />}
        {partial.length > 0 && (
          <section className="roster-run-block">
            <h3 className="roster-run-block-title">{t.undo.withLess}</h3>
            <PartialRows rows={partial} onOpenUser={onOpenUser} />
          </section>
        )}
      </ModalBody>
      <ModalFoot
        note={
          undo && onUndo && <UndoButton undo={undo} label={t.undoCount({ count: done })} onUndo={onUndo} />
        }
      >
        <Button ref={canRetry || (isPaused && onContinue) ? undefined : primary} onClick={close}>
          {t.close}
        </Button>
        {canRetry && (
          <Button
            ref={primary}
            variant="primary"
            aria-disabled={left > 0 || undefined}
            onClick={onRetryFailed}
          >
            <span>{retries === undefined ? t.retryUncounted : t.retryFailed({ count: retries })}</span>
            {left > 0 && <span className="roster-run-left">{t.again({ time: countdown(left) })}</span>}
          </Button>
        )}
        {isPaused && onContinue && (
          <Button ref={primary} variant="primary" onClick={onContinue}>
            {t.continue}
          </Button>
        )}
      </ModalFoot>
    </Modal>
  )
})
