import { deleteUser } from './delete-user.ts'
import { deletedInvitation } from './deleted-invitation.ts'
import { isPending } from './invitation-status.ts'
import type { RowRule } from './row-rule.ts'

/** Deletes a user and the pending invitations that they sent. */
export const deleteWithInvitations: RowRule = (facts, row, product) => {
  const decision = deleteUser(facts, row, product)
  if ('refused' in decision) return decision
  const sent = [...facts.invitations.byId.values()].filter(({ invitedBy }) => invitedBy.id === row.userId)
  const deleted = sent.filter((invitation) => isPending(invitation, facts.now)).map(deletedInvitation)
  return {
    ...decision,
    changes: [...decision.changes, ...deleted.flatMap(({ changes }) => changes)],
    audit: [...decision.audit, ...deleted.flatMap(({ audit }) => audit)],
  }
}
