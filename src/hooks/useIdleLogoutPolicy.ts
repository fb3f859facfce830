import { useCallback, useState } from 'react'
import type { ApiError } from '../client/api-error.ts'
import type { IdleLogoutPolicy, IdleLogoutSettings } from '../contract/idle-logout.ts'
import type { Outcome } from '../state/core/outcome.ts'
import { savePolicy } from '../state/idle-session/save-policy.ts'
import { idleLogout } from '../state/resources/idle-logout.ts'
import { useRosterState } from './RosterContext.ts'
import { useResource } from './useResource.ts'

/** The company's policy for idle logout, and how to change it. */
export interface UseIdleLogoutPolicyResult {
  status: 'loading' | 'ready' | 'error'
  policy: IdleLogoutPolicy | null
  error: ApiError | null
  isFetching: boolean
  /** False if the port has no policy. */
  isSupported: boolean
  /** Whether the port can change it. */
  canSave: boolean
  /** Whether a save is running. */
  isSaving: boolean
  /**
   * Replaces the settings of the policy of that revision. Fails with `version_mismatch` if someone else has changed it.
   * `policy` is then the latest policy. Never rejects.
   */
  save(settings: IdleLogoutSettings, rev: string): Promise<Outcome<IdleLogoutPolicy>>
  /** Loads again. Resolves when that is done, and never rejects. */
  refetch(): Promise<void>
}

/** Loads the company's policy for idle logout. It needs the permission to manage users. */
export function useIdleLogoutPolicy(): UseIdleLogoutPolicyResult {
  const state = useRosterState('useIdleLogoutPolicy')
  const { data, status, error, isFetching, isSupported, refetch } = useResource(
    idleLogout,
    'useIdleLogoutPolicy',
  )
  const [saving, setSaving] = useState(0)
  const save = useCallback(
    async (settings: IdleLogoutSettings, rev: string) => {
      setSaving((count) => count + 1)
      const outcome = await savePolicy(state, settings, rev)
      setSaving((count) => count - 1)
      return outcome
    },
    [state],
  )
  const canSave = state.api.idleLogout?.save !== undefined
  return {
    status,
    policy: data,
    error,
    isFetching,
    isSupported,
    canSave,
    isSaving: saving > 0,
    save,
    refetch,
  }
}
