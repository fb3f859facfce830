import { forwardRef } from 'react'
import type { Impact } from '../../contract/selections.ts'
import { reasonsMessages } from '../../messages/reasons.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { ConfirmDialog } from '../../primitives/confirm-dialog/ConfirmDialog.tsx'
import type { Slot } from '../../primitives/element/slot.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import type { ConfirmRunProps, InvitationsChoice } from './confirm-run-props.ts'
import { ImpactList } from './ImpactList.tsx'
import { People } from './People.tsx'
import { runWords } from './run-words.ts'
import { SkippedList } from './SkippedList.tsx'

interface ConfirmRunTexts extends ConfirmRunProps {
  title: string
  text: string
  confirmLabel: string
  tone: 'danger' | 'primary'
  /** Another reason why it can't be confirmed yet, beside those of the run. */
  reason?: string | undefined
  invitationsChoice?: InvitationsChoice | undefined
  /** Returns what is shown at the end of a person's line. */
  endOf?: ((id: string) => string | undefined) | undefined
  /** What else changes, beside what the backend reports. */
  impact?: readonly Impact[]
  children?: Slot
}

/** The base of the dialogs before a change of many users: who, what else changes, and who is skipped. */
export const ConfirmRun = forwardRef<HTMLDivElement, ConfirmRunTexts>(function ConfirmRun(
  {
    run,
    rows,
    skippedRows,
    viewerId,
    reason,
    invitationsChoice,
    endOf,
    impact = [],
    pending = false,
    children,
    text,
    ...dialog
  },
  ref,
) {
  const t = useMessages(selectionRunMessages)
  const unknown = useMessages(reasonsMessages).unknown
  const sentence = useFailureSentence()
  const { phase, selection, error } = run
  const words = runWords(t, run)
  const count = selection?.allowed ?? 0
  const refusal =
    phase === 'freezing' ? t.freezing : phase === 'failed' ? unknown : count === 0 ? words.nobody : reason
  return (
    <ConfirmDialog
      ref={ref}
      text={phase === 'failed' ? words.failedToBegin : text}
      pending={pending || phase === 'running' || phase === 'waiting'}
      reason={refusal}
      aria-busy={phase === 'freezing'}
      {...dialog}
    >
      {error && (
        <p role="alert" className="roster-run-error">
          <Icon name="alert" />
          <span>{sentence(error)}</span>
        </p>
      )}
      {selection && (
        <>
          <People rows={rows} count={count} isInvited={run.resource === 'invitations'} endOf={endOf} />
          {count === 0 && <p className="roster-run-note">{words.nobody}</p>}
          <ImpactList impact={[...selection.impact, ...impact]} invitationsChoice={invitationsChoice} />
          <SkippedList selection={selection} rows={skippedRows} viewerId={viewerId} />
        </>
      )}
      {children}
    </ConfirmDialog>
  )
})
