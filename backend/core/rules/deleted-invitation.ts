import type { InvitationRecord } from '../ports/invitations.ts'
import type { AuditEntry, Change } from '../ports/write.ts'

/** What deleting an invitation changes, and its audit entry. */
export const deletedInvitation = ({
  id,
  roleId,
  teamIds,
}: InvitationRecord): { changes: Change[]; audit: AuditEntry[] } => ({
  changes: [{ kind: 'end_invitation', invitationId: id, as: 'deleted', userId: null }],
  audit: [{ action: 'invitation_deleted', targetId: id, before: { roleId, teamIds } }],
})
