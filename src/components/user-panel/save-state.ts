import type { Failure } from './failure.ts'

/** How the last change stands. */
export interface SaveState {
  status: 'idle' | 'saving' | 'saved' | 'failed'
  /** Why it failed. */
  error?: Failure | null | undefined
  /** Tries it once more; without it there is no such button. */
  onRetry?: (() => void) | undefined
}

/** No change was made. */
export const idle: SaveState = { status: 'idle' }
