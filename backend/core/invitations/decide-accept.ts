import type { LostPart } from '@aicx/roster/contract'
import type { InvitationRecord } from '../ports/invitations.ts'
import type { NewUser, Refusal } from '../ports/write.ts'
import { statusOf } from '../rules/invitation-status.ts'
import type { Rule } from '../rules/rule.ts'
import { grantOf } from './grant-of.ts'

/** What is known about the person who accepts. */
export type Joining = Omit<NewUser, 'roleId' | 'teamIds'> & { userId: string }

/** The result of joining. */
export interface Joined {
  userId: string
  roleId: string
  teamIds: string[]
  /**
   * The parts of the invitation that they didn't get: the role was deleted or has gained a permission, or a team was
   * deleted.
   */
  lost: LostPart[]
}

/**
 * Accepts an invitation: it ends, and the person becomes a user with its role and teams. If the role was deleted, or
 * has gained an administrative permission since it was given, they get the default role.
 */
export const decideAccept =
  (invitationId: string, generation: number, { userId, ...person }: Joining): Rule<Joined> =>
  (facts, product) => {
    const invitation = facts.invitations.byId.get(invitationId)
    if (!invitation) return { refused: { code: 'invitation_not_found' } }
    const refused = acceptRefusal(invitation, generation, facts.now)
    if (refused) return { refused }
    const known = facts.invitations.byKey.get(invitation.emailKey)
    if (known?.userId) return { refused: { code: 'already_user', reason: 'already_user' } }
    const { seats } = facts
    if (seats && seats.used >= seats.total)
      return { refused: { code: 'seats_full', reason: 'seats_full', params: { total: String(seats.total) } } }

    const grant = grantOf(invitation, facts.catalogue, product)
    if (!grant) return { refused: { code: 'role_not_found', params: { roleId: invitation.roleId } } }
    const before = { roleId: invitation.roleId, teamIds: invitation.teamIds }
    const after = { roleId: grant.role.id, teamIds: grant.teams.map(({ id }) => id) }
    return {
      changes: [
        { kind: 'end_invitation', invitationId, as: 'accepted', userId },
        { kind: 'add_user', userId, user: { ...person, ...after } },
      ],
      audit: [
        { action: 'invitation_accepted', targetId: invitationId, before, after },
        { action: 'join', targetId: userId, ...(grant.lost.length > 0 && { before }), after },
      ],
      answer: { userId, ...after, lost: grant.lost },
    }
  }

/** Why a link no longer works, or undefined. */
export function acceptRefusal(
  invitation: InvitationRecord,
  generation: number,
  now: Date,
): Refusal | undefined {
  const status = statusOf(invitation, now)
  if (status === 'accepted') return { code: 'invitation_accepted' }
  if (status === 'deleted') return { code: 'invitation_deleted' }
  if (invitation.end?.as === 'replaced' || invitation.generation !== generation)
    return { code: 'invitation_superseded' }
  return status === 'expired' ? { code: 'invitation_expired' } : undefined
}
