import type { Invitation } from '@aicx/roster/contract'
import type { Place } from '../http/call.ts'
import { invitationActions } from '../invitations/invitation-actions.ts'
import { invitationView } from '../invitations/invitation-view.ts'
import type { InvitationRecord } from '../ports/invitations.ts'

/** Invitations as the viewer sees them at a moment. */
export const viewInvitations = (
  invitations: InvitationRecord[],
  { catalogue, judge }: Pick<Place, 'catalogue' | 'judge'>,
  now: Date,
): Invitation[] =>
  invitations.map((invitation) =>
    invitationView(invitation, catalogue, invitationActions(invitation, judge, catalogue, now), now),
  )
