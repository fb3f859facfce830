import type { AuditRecord } from '../ports/write.ts'
import { isAboutInvitation } from '../rules/is-about-invitation.ts'
import type { MemoryCompany } from './memory-company.ts'

/** The audit entries of a user or an invitation, newest first, with the names of those who acted. */
export function auditOf(
  { audit, users }: MemoryCompany,
  { kind, id }: { kind: 'users' | 'invitations'; id: string },
  limit: number,
): AuditRecord[] {
  const isOfKind = ({ action }: AuditRecord) => isAboutInvitation(action) === (kind === 'invitations')
  const newest = audit.filter((entry) => entry.targetId === id && isOfKind(entry)).reverse()
  return newest.slice(0, limit).map((entry) => {
    const actor = entry.actor.kind === 'user' ? users.get(entry.actor.id) : undefined
    const actorName = actor?.name || actor?.email
    return { ...entry, ...(actorName && { actorName }) }
  })
}
