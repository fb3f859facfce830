import type { Change, InvitationChange, UserChange } from './write.ts'

/** Changes of users, and changes of invitations, each in their order. */
export function splitChanges(changes: readonly Change[]) {
  const isOfInvitation = (change: Change): change is InvitationChange => 'invitationId' in change
  const isOfUser = (change: Change): change is UserChange => !isOfInvitation(change)
  return { ofUsers: changes.filter(isOfUser), ofInvitations: changes.filter(isOfInvitation) }
}
