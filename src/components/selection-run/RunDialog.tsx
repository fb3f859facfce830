import { forwardRef, useRef } from 'react'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { Modal } from '../../primitives/dialog/Modal.tsx'
import { ModalBody } from '../../primitives/dialog/ModalBody.tsx'
import { ModalFoot } from '../../primitives/dialog/ModalFoot.tsx'
import { ModalHead } from '../../primitives/dialog/ModalHead.tsx'
import type { ModalProps } from '../../primitives/dialog/modal-props.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { RunProgress } from './RunProgress.tsx'
import type { ActionNames, RunView } from './run-view.ts'
import { runWords } from './run-words.ts'

/** Props of {@link RunDialog}. */
export interface RunDialogProps extends Omit<ModalProps, 'children' | 'onOpenChange'> {
  run: RunView
  names?: ActionNames | undefined
  /** Ends the run after the current step. */
  onStop: () => void
}

/** A change of many users while it runs: how far it is, what failed, and *Stop*. It closes when the run ends. */
export const RunDialog = forwardRef<HTMLDivElement, RunDialogProps>(function RunDialog(
  { run, names, onStop, ...modal },
  ref,
) {
  const t = useMessages(selectionRunMessages)
  const words = runWords(t, run, names)
  const stop = useRef<HTMLButtonElement>(null)
  const { allowed = 0, done = 0, failed = 0 } = run.selection ?? {}
  return (
    <Modal
      ref={ref}
      part="dialog"
      role="alertdialog"
      lightDismiss={false}
      initialFocus={stop}
      onOpenChange={() => undefined}
      {...modal}
    >
      <ModalHead title={words.running(allowed)} />
      <ModalBody text={t.progress.text}>
        <RunProgress run={run} />
        <ul className="roster-run-tally">
          <li data-tone="done">
            <Icon name="check" />
            <span>{words.tally(done)}</span>
          </li>
          {failed > 0 && (
            <li data-tone="failed">
              <Icon name="alert" />
              <span>{t.progress.failed({ count: failed })}</span>
              <span className="roster-run-quiet">{t.progress.listedLater}</span>
            </li>
          )}
        </ul>
      </ModalBody>
      <ModalFoot>
        <Button ref={stop} pending={run.isStopping} onClick={onStop}>
          {words.stop}
        </Button>
      </ModalFoot>
    </Modal>
  )
})
