import type { SelectionRecord, Turn, TurnResult } from '../ports/selections.ts'

/** A row of a selection in memory. */
export interface MemoryRow extends Turn {
  /** Why it is skipped. */
  skip: 'self' | 'role_exceeds_yours' | 'last_admin' | null
  result: TurnResult | null
  isUndone: boolean
  /** In an undo, the place of the row that is undone. */
  origin: number | null
}

/** A selection in memory, with its rows: those that are skipped last. */
export interface MemorySelection extends Omit<SelectionRecord, 'madeBy' | 'undone'> {
  intent: { id: string; fingerprint: string } | null
  madeBy: string
  undone: { by: string; at: Date } | null
  rows: MemoryRow[]
}
