import { readEmailAddress } from '../../../src/contract/email-address.ts'
import type { InvitationRecord } from '../ports/invitations.ts'
import type { Facts, Refusal } from '../ports/write.ts'
import { isPending } from '../rules/invitation-status.ts'
import type { RowRule } from '../rules/row-rule.ts'
import { seatsRefusal } from '../rules/seats-refusal.ts'
import { domainRefusal } from './address-refusal.ts'
import { findInvitation } from './find-invitation.ts'
import { cooldownRefusal } from './invitation-actions.ts'
import { judgeGrant } from './judge-grant.ts'
import { limitRefusal } from './limit-refusal.ts'
import { invitationTimes } from './limits.ts'

/**
 * Sends an invitation again, with a new link and a new expiry. The same rules apply as for a new invitation by the
 * person who resends it. A team that no longer exists is left out when the person joins.
 */
export const resendInvitation: RowRule = (facts, { userId: id }, product) => {
  const invitation = findInvitation(facts, id, product)
  if ('refused' in invitation) return invitation
  const { roleId, teamIds } = invitation
  const grant = judgeGrant(facts, { roleId, teamIds: [] }, product)
  if ('refused' in grant) return grant
  const refused = sendingRefusal(facts, invitation)
  if (refused) return { refused }
  const expiresAt = new Date(facts.now.getTime() + invitationTimes.lifetime)
  const { administrative } = grant
  return {
    changes: [{ kind: 'resend_invitation', invitationId: id, expiresAt, administrative }],
    audit: [{ action: 'invitation_resent', targetId: id, after: { roleId, teamIds } }],
  }
}

function sendingRefusal(
  { now, seats, invitations }: Facts,
  invitation: InvitationRecord,
): Refusal | undefined {
  const { emailKey, address } = invitation
  const known = invitations.byKey.get(emailKey)
  if (known?.userId) return { code: 'already_user', reason: 'already_user', params: { userId: known.userId } }
  const domain = readEmailAddress(address)?.domain ?? ''
  return (
    cooldownRefusal(invitation, now) ??
    domainRefusal(invitations.domains, domain) ??
    (isPending(invitation, now) ? undefined : seatsRefusal(seats)) ??
    (known && limitRefusal('byRecipient', known.requested, now)) ??
    limitRefusal('byActor', invitations.byActor, now) ??
    limitRefusal('byCompany', invitations.byCompany, now)
  )
}
