import type { Failure } from './failure.ts'

/** The state of the latest change to one thing, such as a user's role. */
export interface SaveState<Reason extends Failure = Failure> {
  status: 'idle' | 'saving' | 'saved' | 'failed' | 'conflict'
  /** Why the change failed or conflicts; `null` otherwise. */
  error: Reason | null
}

/** The state before anything was changed. */
export const idleSaveState: SaveState<never> = { status: 'idle', error: null }
