import type { Action } from '../../contract/actions.ts'
import type { SelectionAction, SelectionRequest } from '../../contract/selection-requests.ts'
import type { ResourceName } from '../core/data-event.ts'
import type { Outcome } from '../core/outcome.ts'

/** Why a row is skipped. */
export type RowDenial = Extract<Action, { allowed: false }>

/** What a run needs to know about the rows that it changes. */
export interface RunRows {
  resource: SelectionRequest['resource']
  /** The ids of a query, in its order: at most `most` of them, and one more if there are more. */
  idsOf(query: object, most: number): Promise<readonly string[]>
  /** Why a row is skipped, as far as it is known before the call. The server decides again. */
  denialOf(id: string, action: SelectionAction): RowDenial | undefined
  nameOf(id: string): string
  /** Changes one row. */
  change(id: string, action: SelectionAction): Promise<Outcome<object>>
  /** Changes a row again whose last call failed. If it may have been carried out, the same intent is sent. */
  repeat(id: string, action: SelectionAction): Promise<Outcome<object>>
  /**
   * Whether a host only has hooks for single rows. Each row is then changed by a separate call, so that these hooks
   * run.
   */
  isGatedByRow(action: SelectionAction): boolean
  /** Notes that rows have been changed. */
  noteSaved(): void
  /** What is read again after a run. */
  touches: readonly ResourceName[]
}
