import { useRef, useState } from 'react'
import type { ApiError } from '../../client/api-error.ts'
import { isSameIdleSettings } from '../../components/idle-logout/idle-setting-words.ts'
import type { IdleLogoutPolicy, IdleLogoutSettings } from '../../contract/idle-logout.ts'
import type { UseIdleLogoutPolicyResult } from '../../hooks/useIdleLogoutPolicy.ts'

/** A change of the policy that isn't saved yet. */
export interface PolicyDraft {
  /** What is chosen. Undefined while nothing is. */
  settings: IdleLogoutSettings | undefined
  isUnsaved: boolean
  /** Whether someone else has changed the policy since the change was begun. */
  isConflict: boolean
  failure: ApiError | undefined
  /** Chooses settings. `undefined` discards them. */
  change(settings: IdleLogoutSettings | undefined): void
  /** Saves over the policy that is shown. Resolves to whether that succeeded. */
  save(): Promise<boolean>
}

interface Draft {
  settings: IdleLogoutSettings
  begunWith: IdleLogoutSettings
  /** Whether it differed from what was saved, or was being saved, when it was chosen. */
  isChange: boolean
}

/** Keeps a change of the policy until it is saved, also while someone else changes the policy. */
export function usePolicyDraft(
  policy: IdleLogoutPolicy,
  savePolicy: UseIdleLogoutPolicyResult['save'] | undefined,
): PolicyDraft {
  const [draft, setDraft] = useState<Draft>()
  const [failure, setFailure] = useState<ApiError>()
  const isSending = useRef(false)
  const saved = settingsOf(policy)
  const isUnsaved = draft !== undefined && !isSameIdleSettings(draft.settings, saved)
  const isMoved = draft !== undefined && !isSameIdleSettings(draft.begunWith, saved)
  const isConflict = isUnsaved && isMoved && draft.isChange
  // What someone else has saved too, or what was no change, isn't one when the policy changes again.
  if (isMoved && !isConflict) setDraft(undefined)

  return {
    settings: draft?.settings,
    isUnsaved: isUnsaved && draft.isChange,
    isConflict,
    failure: isUnsaved && !isConflict ? failure : undefined,
    change(settings) {
      setFailure(undefined)
      const begunWith = isUnsaved ? draft.begunWith : saved
      setDraft(
        settings && {
          settings,
          begunWith,
          isChange: isSending.current || !isSameIdleSettings(settings, saved),
        },
      )
    },
    async save() {
      if (!savePolicy || !draft) return false
      setFailure(undefined)
      const { settings } = draft
      isSending.current = true
      const outcome = await savePolicy(settings, policy.rev)
      isSending.current = false
      const now = outcome.ok ? settingsOf(outcome.value) : saved
      const isChange = (of: Draft) => !isSameIdleSettings(of.settings, now)
      if (!outcome.ok) {
        setFailure(outcome.error)
        setDraft((latest) => latest && { ...latest, isChange: isChange(latest) })
        return false
      }
      // What was chosen while it was saved stays.
      setDraft((latest) =>
        latest && latest.settings !== settings
          ? { ...latest, begunWith: now, isChange: isChange(latest) }
          : undefined,
      )
      return true
    },
  }
}

const settingsOf = ({ enabled, timeoutMinutes, allowHold }: IdleLogoutPolicy): IdleLogoutSettings => ({
  enabled,
  timeoutMinutes,
  allowHold,
})
