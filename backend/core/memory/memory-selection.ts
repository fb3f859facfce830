import type { SelectionRecord, Turn, TurnResult } from '../ports/selections.ts'
import type { MemoryCompany } from './memory-company.ts'

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

/** A selection with the names of those who made and undid it. */
export function selectionRecord(company: MemoryCompany, id: string): SelectionRecord | null {
  const selection = company.selections.get(id)
  if (!selection) return null
  const { rows: _, intent: __, madeBy, undone, ...record } = selection
  return {
    ...record,
    madeBy: actorOf(company, madeBy),
    undone: undone && { by: actorOf(company, undone.by), at: undone.at },
  }
}

function actorOf({ users }: MemoryCompany, id: string) {
  const user = users.get(id)
  const name = user?.name || user?.email
  return { id, ...(name && { name }) }
}
