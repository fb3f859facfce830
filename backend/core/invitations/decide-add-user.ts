import type { NewUser } from '../ports/write.ts'
import { isPending } from '../rules/invitation-status.ts'
import type { Rule } from '../rules/rule.ts'
import { seatsRefusal } from '../rules/seats-refusal.ts'

/**
 * Adds a person without an invitation. A pending invitation to their address ends as `joined_otherwise` in the same
 * transaction. Its role and teams aren't used, and the person takes its seat.
 */
export const decideAddUser =
  (userId: string, user: NewUser, emailKey: string): Rule<{ userId: string }> =>
  ({ now, seats, invitations }) => {
    const { userId: known, invitation } = invitations.byKey.get(emailKey) ?? {}
    if (known) return { refused: { code: 'already_user', reason: 'already_user', params: { userId: known } } }
    const held = invitation && isPending(invitation, now) ? 1 : 0
    const full = seatsRefusal(seats, -held)
    if (full) return { refused: full }
    const after = { roleId: user.roleId, teamIds: user.teamIds }
    return {
      changes: [
        ...(invitation
          ? [
              {
                kind: 'end_invitation' as const,
                invitationId: invitation.id,
                as: 'joined_otherwise' as const,
                userId,
              },
            ]
          : []),
        { kind: 'add_user', userId, user },
      ],
      audit: [
        ...(invitation ? [{ action: 'invitation_closed', targetId: invitation.id }] : []),
        { action: 'add_user', targetId: userId, after },
      ],
      answer: { userId },
    }
  }
