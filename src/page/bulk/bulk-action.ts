import type { Selection } from '../../base/selection.ts'

/** What a host's action for many users gets. */
export interface BulkActionInput {
  /** Which users are selected. */
  selection: Selection
  /** How many they are. */
  count: number
  /** The ids of the selected users, loaded as they are read. */
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
  /** Called when the person chooses it. What it does, and how it is confirmed, is yours. */
  run(input: BulkActionInput): unknown
}
