import type { Failure } from '../../../base/failure.ts'

/** How the last change stands, as `useUser` says it of each field. */
export interface SaveState {
  status: 'idle' | 'saving' | 'saved' | 'failed' | 'conflict'
  /** Why it failed. */
  error?: Failure | null | undefined
  /** Tries it once more; without it there is no such button. */
  onRetry?: (() => void) | undefined
  /** Forgets the failure; without it there is no such button. */
  onDismiss?: (() => void) | undefined
}

/** No change was made. */
export const idle: SaveState = { status: 'idle' }
