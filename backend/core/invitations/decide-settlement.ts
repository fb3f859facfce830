import type { MailSettlement } from '../ports/invitation-mail.ts'
import type { AuditEntry } from '../ports/write.ts'
import type { Rule } from '../rules/rule.ts'

/** Stores the result of an email. If it was sent or failed, the history of the invitation shows it. */
export const decideSettlement =
  (invitationId: string, mailId: string, settlement: MailSettlement): Rule<null> =>
  ({ invitations }) => ({
    changes: invitations.byId.has(invitationId)
      ? [{ kind: 'settle_mail', invitationId, mailId, settlement }]
      : [],
    audit: invitations.byId.has(invitationId) ? auditOf(invitationId, settlement) : [],
    answer: null,
  })

function auditOf(targetId: string, settlement: MailSettlement): AuditEntry[] {
  if (settlement.kind === 'sent') return [{ action: 'invitation_sent', targetId }]
  if (settlement.kind !== 'failed') return []
  return [{ action: 'invitation_failed', targetId, after: { reason: settlement.reason } }]
}
