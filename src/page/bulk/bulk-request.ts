import type { SelectionAction, SelectionRequest } from '../../contract/selection-requests.ts'
import type { SelectionRun } from '../../state/runs/selection-run.ts'

/** A change of one or many rows that the person has started. */
export interface BulkRequest {
  of: SelectionRequest['of']
  /** @default 'users' */
  resource?: SelectionRequest['resource']
  action: SelectionAction
  /** Whether it is for the selection, which then ends. @default false */
  isSelection?: boolean | undefined
  /** Whether it was confirmed before, such as a retry. @default false */
  isConfirmed?: boolean | undefined
  /** The change, if it was started on a tab that is no longer open. */
  run?: SelectionRun | undefined
}
