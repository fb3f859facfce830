import { forwardRef } from 'react'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ConfirmRun } from './ConfirmRun.tsx'
import type { ConfirmRunProps } from './confirm-run-props.ts'
import type { ActionNames } from './run-view.ts'
import { runWords } from './run-words.ts'

/** Props of {@link ChangeUsersDialog}. */
export interface ChangeUsersDialogProps extends ConfirmRunProps {
  /** The names of the role and the teams. */
  names?: ActionNames | undefined
}

/** Asks before the role or the teams of many users are changed. */
export const ChangeUsersDialog = forwardRef<HTMLDivElement, ChangeUsersDialogProps>(
  function ChangeUsersDialog({ names, ...dialog }, ref) {
    const words = runWords(useMessages(selectionRunMessages), dialog.run, names)
    const { selection } = dialog.run
    const count = selection?.allowed ?? 0
    return (
      <ConfirmRun
        ref={ref}
        tone="primary"
        title={words.ask(count)}
        text={words.text}
        confirmLabel={words.confirm(count)}
        {...dialog}
      />
    )
  },
)
