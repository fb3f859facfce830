import type { RowRule } from '../rules/row-rule.ts'
import { findInvitation } from './find-invitation.ts'

/** Deletes an invitation. Its link stops working immediately, and queued emails aren't sent. */
export const deleteInvitation: RowRule = (facts, { userId: id }, product) => {
  const invitation = findInvitation(facts, id, product)
  if ('refused' in invitation) return invitation
  const { roleId, teamIds } = invitation
  return {
    changes: [{ kind: 'end_invitation', invitationId: id, as: 'deleted', userId: null }],
    audit: [{ action: 'invitation_deleted', targetId: id, before: { roleId, teamIds } }],
  }
}
