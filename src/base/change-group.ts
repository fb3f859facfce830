import type { SaveState } from './save-state.ts'

/** One kind of change, as views take it. Each kind adds its verb, and everything else is optional. */
export interface ChangeGroup extends Partial<SaveState> {
  /** Repeats the change that failed. Without it there is no *Try again*. */
  retry?(): unknown
  /** Clears the failure. Without it there is no *Dismiss*. */
  dismiss?(): unknown
}
