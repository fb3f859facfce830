import type { SelectionRecord } from '../ports/selections.ts'
import type { MemoryCompany } from './memory-company.ts'

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
