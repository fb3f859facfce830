import type { MailSettlement } from '../ports/invitation-mail.ts'
import type { AuditEntry } from '../ports/write.ts'
import type { Rule } from '../rules/rule.ts'

/** Stores the result of an email. If it was sent or failed, the history of the invitation shows it. */
export const decideSettlement =
  (invitationId: string, mailId: string, settlement: MailSettlement): Rule<null> =>
  ({ invitations }) => {
    const invitation = invitations.byId.get(invitationId)
    if (!invitation) return { changes: [], audit: [], answer: null }
    const stored = invitation.address === '' ? withoutReason(settlement) : settlement
    return {
      changes: [{ kind: 'settle_mail', invitationId, mailId, settlement: stored }],
      audit: auditOf(invitationId, stored),
      answer: null,
    }
  }

/** A mail server's response often repeats the address, which may have been erased while the email was on its way. */
const withoutReason = (settlement: MailSettlement): MailSettlement =>
  'reason' in settlement ? { ...settlement, reason: '' } : settlement

function auditOf(targetId: string, settlement: MailSettlement): AuditEntry[] {
  if (settlement.kind === 'sent') return [{ action: 'invitation_sent', targetId }]
  if (settlement.kind !== 'failed') return []
  return [{ action: 'invitation_failed', targetId, after: { reason: settlement.reason } }]
}
