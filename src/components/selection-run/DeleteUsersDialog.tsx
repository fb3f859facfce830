import { forwardRef, useState } from 'react'
import { loadedRows } from '../../base/list-state.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { useOncePerTurn } from '../../primitives/element/useOncePerTurn.ts'
import { useRosterUI } from '../../primitives/roster-ui/RosterUIContext.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ConfirmRun } from './ConfirmRun.tsx'
import type { ConfirmRunProps } from './confirm-run-props.ts'
import { TypedCount } from './TypedCount.tsx'
import { isTypedNumber } from './typed-number.ts'

/** Props of {@link DeleteUsersDialog}. */
export interface DeleteUsersDialogProps extends ConfirmRunProps {
  /** The company that they lose access to. */
  companyName?: string | undefined
  /** Whether the pending invitations that these users sent are deleted too. @default false */
  deleteInvitations?: boolean | undefined
  /** Without it, the dialog doesn't offer to delete pending invitations. */
  onDeleteInvitationsChange?: ((deleteInvitations: boolean) => void) | undefined
}

/** To delete more people than this, the person has to type their number. */
const mostUntyped = 20

/** Asks before users are deleted: who, what happens, what else changes, and who is skipped. *Cancel* has the focus. */
export const DeleteUsersDialog = forwardRef<HTMLDivElement, DeleteUsersDialogProps>(
  function DeleteUsersDialog(
    { companyName, deleteInvitations = false, onDeleteInvitationsChange, onConfirm, ...dialog },
    ref,
  ) {
    const t = useMessages(selectionRunMessages)
    const { locale } = useRosterUI()
    const [typed, setTyped] = useState('')
    const { selection } = dialog.run
    const count = selection?.allowed ?? 0
    const [first] = loadedRows(dialog.rows) ?? []
    const isTyped = isTypedNumber(typed, count, locale)
    const asksNumber = count > mostUntyped
    const confirm = useOncePerTurn(() => {
      const isWaiting = dialog.pending || dialog.run.phase === 'running' || dialog.run.phase === 'waiting'
      if (!isWaiting && (!asksNumber || isTyped)) onConfirm()
    })
    return (
      <ConfirmRun
        ref={ref}
        tone="danger"
        title={
          count === 0
            ? t.delete.askUncounted
            : count === 1 && first
              ? t.delete.askOne({ name: first.name.trim() || first.email })
              : t.delete.ask({ count })
        }
        text={companyName === undefined ? t.delete.textWithoutName : t.delete.text({ companyName })}
        confirmLabel={count === 0 ? t.delete.confirmUncounted : t.delete.confirm({ count })}
        reason={asksNumber && !isTyped ? t.type.first : undefined}
        onConfirm={confirm}
        invitationsChoice={
          onDeleteInvitationsChange && {
            checked: deleteInvitations,
            onCheckedChange: onDeleteInvitationsChange,
          }
        }
        {...dialog}
      >
        {asksNumber && (
          <TypedCount
            count={count}
            value={typed}
            onValueChange={setTyped}
            isRight={isTyped}
            onSubmit={confirm}
          />
        )}
      </ConfirmRun>
    )
  },
)
