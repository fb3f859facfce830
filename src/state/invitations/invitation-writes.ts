import type { TeamsChange } from '../../contract/user-writes.ts'
import type { Outcome } from '../core/outcome.ts'
import { changeInvitationRole, changeInvitationTeams } from '../invitation-acts/change-invitation.ts'
import { deleteInvitation } from '../invitation-acts/delete-invitation.ts'
import type { InvitationHooks } from '../invitation-acts/invitation-hooks.ts'
import type { ReceivedInvitation } from '../invitation-acts/received-invitation.ts'
import { resend } from '../invitation-acts/resend.ts'
import type { RowWrites } from '../row-writes/row-writes.ts'

/** The fields of an invitation that can be written. */
export const invitationFields = ['role', 'teams', 'sending', 'deletion'] as const

/** A field of an invitation that can be written. */
export type InvitationField = (typeof invitationFields)[number]

/** The queues of the writes to invitations. */
export type InvitationQueues = RowWrites<ReceivedInvitation, InvitationField, InvitationHooks>

/** Every write to an invitation. They resolve with the outcome and don't reject. */
export interface InvitationActs {
  changeRole(id: string, roleId: string): Promise<Outcome<ReceivedInvitation>>
  changeTeams(id: string, teams: Readonly<TeamsChange>): Promise<Outcome<ReceivedInvitation>>
  resend(id: string): Promise<Outcome<ReceivedInvitation>>
  deleteInvitation(id: string): Promise<Outcome<ReceivedInvitation>>
}

/** The table of all writes. */
export const createInvitationActs = (place: InvitationQueues['place']): InvitationActs => ({
  changeRole: (id, roleId) => place(changeInvitationRole, id, roleId),
  changeTeams: (id, teams) => place(changeInvitationTeams, id, teams),
  resend: (id) => place(resend, id, undefined),
  deleteInvitation: (id) => place(deleteInvitation, id, undefined),
})
