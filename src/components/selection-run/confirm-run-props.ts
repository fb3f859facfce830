import type { LoadedList } from '../../base/list-state.ts'
import type { SelectionRow } from '../../contract/selections.ts'
import type { ModalProps } from '../../primitives/dialog/modal-props.ts'
import type { RunView } from './run-view.ts'

/** Whether the pending invitations that deleted users sent are deleted too. */
export interface InvitationsChoice {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
}

/** What a dialog shows before many users are changed. */
export interface ConfirmRunProps extends Omit<ModalProps, 'children'> {
  /** The change, frozen or being frozen. */
  run: RunView
  /** Called by the button that confirms, once for each press. */
  onConfirm: () => void
  /** Whether it was confirmed, and waits to be started. @default false */
  pending?: boolean | undefined
  /** The first users who are changed. */
  rows?: LoadedList<SelectionRow> | undefined
  /** The first users who are left out. */
  skippedRows?: LoadedList<SelectionRow> | undefined
  /** The id of the viewer, whose own row is called *you*. */
  viewerId?: string | undefined
}
