import type { Failure } from './failure.ts'

/** The state of the latest change to one thing, such as a user's role. */
export interface SaveState {
  status: 'idle' | 'saving' | 'saved' | 'failed' | 'conflict'
  /** Why the change failed or conflicts; `null` otherwise. */
  error: Failure | null
}

/** The state before anything was changed. */
export const idleSaveState: SaveState = { status: 'idle', error: null }
