import type { InvitationRecord } from '../ports/invitations.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryInvitation } from './memory-invitation.ts'

/** A copy for callers, with the name of the inviter. */
export function invitationRecord({ users }: MemoryCompany, invitation: MemoryInvitation): InvitationRecord {
  const { searchText: _, askedBy: __, invitedBy, ...record } = invitation
  const inviter = users.get(invitedBy)
  return {
    ...structuredClone(record),
    invitedBy: {
      id: invitedBy,
      name: inviter?.name || inviter?.email || '',
      isDeleted: !inviter || inviter.deletedAt !== null,
    },
  }
}
