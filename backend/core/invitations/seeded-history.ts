import type { SeededInvitation } from '../ports/store.ts'
import type { AuditEntry, AuditRecord } from '../ports/write.ts'

/** The audit entries of the invitations that a new company has from the start, the oldest of each first. */
export const seededHistory = (invitations: readonly SeededInvitation[]): AuditRecord[] =>
  invitations.flatMap(historyOf)

function historyOf(invitation: SeededInvitation): AuditRecord[] {
  const { id: targetId, roleId, teamIds, invitedBy, invitedAt, askedAt, sentAt, delivery } = invitation
  const record = (
    place: number,
    at: Date,
    actor: AuditRecord['actor'],
    entry: Omit<AuditEntry, 'targetId'>,
  ) => {
    const id = `${targetId}.${place}`
    return { id, at, intent: id, actor, requestId: id, targetId, ...entry }
  }
  const byMail = { kind: 'system', id: 'mail' } as const
  const created = { action: 'invitation_created', after: { roleId, teamIds } }
  return [
    record(1, invitedAt, { kind: 'user', id: invitedBy }, created),
    ...(sentAt ? [record(2, sentAt, byMail, { action: 'invitation_sent' })] : []),
    ...(delivery.state === 'failed' && delivery.reason !== null
      ? [record(3, askedAt, byMail, { action: 'invitation_failed', after: { reason: delivery.reason } })]
      : []),
  ]
}
