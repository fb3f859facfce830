import type { Failure } from '../../base/failure.ts'
import type { SelectionAction } from '../../contract/selection-requests.ts'
import type { FailedRow, FrozenSelection, PartialRow } from '../../contract/selections.ts'

/** A change of many users as views show it. The result of `useSelectionRun` is one. */
export interface RunView {
  /** How far it is. `waiting` tries again after a lost connection; `paused` needs the person to continue. */
  phase: 'freezing' | 'ready' | 'running' | 'waiting' | 'paused' | 'stopped' | 'done' | 'failed'
  action: SelectionAction
  /** What is changed. @default 'users' */
  resource?: FrozenSelection['resource']
  /** What is frozen; `null` until then. */
  selection: FrozenSelection | null
  failed: readonly FailedRow[]
  partial: readonly PartialRow[]
  /** Whether it stops after the current step. */
  isStopping: boolean
  /** Estimated milliseconds until the end. `null` while there is no estimate. */
  restMs: number | null
  error: Failure | null
}

/** The names of the role and the teams that an action is about. */
export interface ActionNames {
  /** The name of the role that is set. */
  roleName?: string | undefined
  /** The names of the teams that users join or leave. */
  teamNames?: readonly string[] | undefined
}
