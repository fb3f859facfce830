import type { AuditRecord } from '../ports/write.ts'
import type { MemoryCompany } from './memory-company.ts'

/** The audit entries of a user or an invitation, newest first, with the names of those who acted. */
export function auditOf({ audit, users }: MemoryCompany, targetId: string, limit: number): AuditRecord[] {
  const newest = audit.filter((entry) => entry.targetId === targetId).reverse()
  return newest.slice(0, limit).map((entry) => {
    const actor = entry.actor.kind === 'user' ? users.get(entry.actor.id) : undefined
    const actorName = actor?.name || actor?.email
    return { ...entry, ...(actorName && { actorName }) }
  })
}
