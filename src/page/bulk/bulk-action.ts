import type { Selection } from '../../base/selection.ts'

/** The input of a host's action for many users. */
export interface BulkActionInput {
  /** Which users are selected. */
  selection: Selection
  /** How many users are selected. */
  count: number
  /**
   * The ids of the users who were selected when the action was chosen, even if the search or a filter has changed since.
   * They are loaded when the first is read. Throws an `ApiError` if that fails.
   */
  ids(): AsyncIterable<string>
  /** Ends the selection. */
  clear(): void
}

/** An action that a host adds to the bar of a selection. */
export interface BulkAction {
  id: string
  label: string
  /** @default always */
  isEnabled?(input: Pick<BulkActionInput, 'selection' | 'count'>): boolean
  /** Called when the person chooses it. Confirm it yourself if that is needed. */
  run(input: BulkActionInput): unknown
}
