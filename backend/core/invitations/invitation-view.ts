import type { Invitation, InvitationActions } from '@aicx/roster/contract'
import type { InvitationRecord } from '../ports/invitations.ts'
import type { Catalogue } from '../ports/records.ts'
import { statusOf } from '../rules/invitation-status.ts'
import { teamsOf } from '../rules/teams-of.ts'

/** An invitation in the form of the contract. */
export function invitationView(
  invitation: InvitationRecord,
  { roles, teams }: Catalogue,
  actions: InvitationActions,
  now: Date,
): Invitation {
  const { id, email, roleId, invitedBy, expiresAt, delivery, end, version } = invitation
  const { invitedAt, askedAt, sentAt } = invitation
  const { state, reason, nextTryAt } = delivery
  return {
    id,
    email,
    status: statusOf(invitation, now),
    role: { id: roleId, name: roles.find((role) => role.id === roleId)?.name ?? '' },
    teams: teamsOf(invitation, teams),
    invitedBy: { id: invitedBy.id, name: invitedBy.name, deleted: invitedBy.isDeleted },
    invitedAt: invitedAt.toISOString(),
    requestedAt: askedAt.toISOString(),
    ...(sentAt && { sentAt: sentAt.toISOString() }),
    expiresAt: expiresAt.toISOString(),
    expiresInMs: expiresAt.getTime() - now.getTime(),
    delivery: {
      state,
      ...(reason !== null && { reason }),
      ...(nextTryAt && { nextTryAt: nextTryAt.toISOString() }),
    },
    ...(end && { endedAt: end.at.toISOString() }),
    ...(end?.as === 'joined_otherwise' && { joinedOtherwise: true }),
    version,
    actions,
  }
}
