import { useCallback, useRef, useState } from 'react'
import { IdleLogoutForm } from '../../components/idle-logout/IdleLogoutForm.tsx'
import { useFailureSentence } from '../../components/wording/useFailureSentence.ts'
import type { IdleLogoutPolicy } from '../../contract/idle-logout.ts'
import type { UseIdleLogoutPolicyResult } from '../../hooks/useIdleLogoutPolicy.ts'
import { idleSettingsMessages } from '../../messages/idle-settings.ts'
import { ConfirmDialog } from '../../primitives/confirm-dialog/ConfirmDialog.tsx'
import { useOncePerTurn } from '../../primitives/element/useOncePerTurn.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import { type Leaving, useLeaveQuestion } from '../leaving/useLeaveQuestion.ts'
import { IdlePreview } from './IdlePreview.tsx'
import { useFormFocus } from './useFormFocus.ts'
import { usePolicyDraft } from './usePolicyDraft.ts'

interface PolicyEditorProps {
  policy: IdleLogoutPolicy
  /** Undefined if the port can't save. */
  save: UseIdleLogoutPolicyResult['save'] | undefined
  isSaving: boolean
  /** Counts the sessions again. */
  refetch: () => Promise<void>
  companyName: string | undefined
  viewerId: string | undefined
  leaving: Leaving
}

/** The policy with the changes that the viewer hasn't saved yet. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { policy, save, isSaving, refetch, companyName, viewerId, leaving } = props
  const t = useMessages(idleSettingsMessages)
  const sentence = useFailureSentence()
  const { toast } = useNotices()
  const form = useRef<HTMLDivElement>(null)
  const draft = usePolicyDraft(policy, save)
  const question = useLeaveQuestion(draft.isUnsaved, leaving, () => draft.change(undefined))
  const [isPreviewed, setPreviewed] = useState(false)
  const closePreview = useCallback(() => setPreviewed(false), [])
  const rememberFocus = useFormFocus(form, draft.isUnsaved)

  const saveDraft = useOncePerTurn(async () => {
    if (await draft.save()) toast({ text: t.saved })
  })
  const timeoutMinutes = draft.settings?.timeoutMinutes ?? policy.timeoutMinutes

  return (
    <>
      <IdleLogoutForm
        ref={form}
        policy={policy}
        draft={draft.settings}
        onDraftChange={(settings) => {
          draft.change(settings)
          if (settings) void refetch()
        }}
        onFocus={rememberFocus}
        onSave={save && (() => saveDraft())}
        isSaving={isSaving}
        failure={draft.failure && sentence(draft.failure)}
        isConflict={draft.isConflict}
        companyName={companyName}
        viewerId={viewerId}
        onPreview={() => setPreviewed(true)}
      />
      <ConfirmDialog
        open={question.isAsked}
        onOpenChange={question.stay}
        title={t.leave.title}
        text={t.leave.text}
        confirmLabel={t.leave.confirm}
        cancelLabel={t.leave.cancel}
        onConfirm={question.leave}
      />
      {isPreviewed && (
        <IdlePreview
          timeoutMinutes={timeoutMinutes}
          warnMs={timeoutMinutes === policy.timeoutMinutes ? policy.warnMs : undefined}
          companyName={companyName}
          onClose={closePreview}
        />
      )}
    </>
  )
}
