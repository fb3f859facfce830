import { useCallback, useSyncExternalStore } from 'react'
import type { IdleEngine } from '../state/idle/idle-engine.ts'
import type { IdleState } from '../state/idle/idle-state.ts'
import { type UseIdleOptions, useIdleEngine } from './useIdleEngine.ts'

/** The idle logout of the viewer's own session. It changes with the phase, not each second. */
export interface UseIdleLogoutResult extends IdleState, Pick<IdleEngine, 'stay' | 'logOutNow' | 'hold'> {
  /** The engine, for what happens before and after the end. Null until the session is known. */
  engine: IdleEngine | null
}

const unknown: IdleState = {
  phase: 'off',
  reason: null,
  limit: 'idle',
  isStaying: false,
  error: null,
  policy: { timeoutMs: null, warnMs: 60_000, allowHold: false },
  works: [],
}

const none = {
  subscribe: () => () => {},
  getState: () => unknown,
  stay: async () => {},
  logOutNow: () => {},
  hold: () =>
    Promise.reject(new Error('The session isn’t loaded yet (see docs/errors/hold_not_allowed.md).')),
}

/** Follows the idle logout of the viewer's session. It needs no permission. */
export function useIdleLogout(options: UseIdleOptions = {}): UseIdleLogoutResult {
  const engine = useIdleEngine(options, 'useIdleLogout')
  const { subscribe, getState, stay, logOutNow, hold } = engine ?? none
  const onServer = useCallback(() => unknown, [])
  const state = useSyncExternalStore(subscribe, getState, onServer)
  return { ...state, engine, stay, logOutNow, hold }
}
