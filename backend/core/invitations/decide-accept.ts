import type { Permission } from '@aicx/roster/contract'
import type { InvitationRecord } from '../ports/invitations.ts'
import type { Catalogue, RoleRecord } from '../ports/records.ts'
import type { NewUser, Refusal } from '../ports/write.ts'
import { statusOf } from '../rules/invitation-status.ts'
import { administrativeOf } from '../rules/powers.ts'
import type { Rule } from '../rules/rule.ts'

/** The person who accepts, as they are known. */
export type Joining = Pick<NewUser, 'accountId' | 'name' | 'email'> & { userId: string }

/** What a person joined as. */
export interface Joined {
  userId: string
  roleId: string
  teamIds: string[]
  /** Whether it isn't what they were invited as: the role is gone or has gained a permission, or a team is gone. */
  isLess: boolean
}

/**
 * Accepts an invitation: it ends, and the person becomes a user with its role and teams. If the role is gone, or has
 * gained an administrative permission since it was given, they get the default role.
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

    const role = givenRole(invitation, facts.catalogue, product)
    if (!role) return { refused: { code: 'role_not_found', params: { roleId: invitation.roleId } } }
    const teamIds = invitation.teamIds.filter((id) => facts.catalogue.teams.some((team) => team.id === id))
    const before = { roleId: invitation.roleId, teamIds: invitation.teamIds }
    const after = { roleId: role.id, teamIds }
    const isLess = before.roleId !== after.roleId || before.teamIds.length !== teamIds.length
    return {
      changes: [
        { kind: 'end_invitation', invitationId, as: 'accepted', userId },
        { kind: 'add_user', userId, user: { ...person, ...after } },
      ],
      audit: [{ action: 'invitation_accepted', targetId: invitationId, before, after }],
      answer: { userId, ...after, isLess },
    }
  }

/** Why a link no longer works, or undefined. */
function acceptRefusal(invitation: InvitationRecord, generation: number, now: Date): Refusal | undefined {
  const status = statusOf(invitation, now)
  if (status === 'accepted') return { code: 'invitation_accepted' }
  if (status === 'deleted') return { code: 'invitation_deleted' }
  if (invitation.end?.as === 'replaced' || invitation.generation !== generation)
    return { code: 'invitation_superseded' }
  return status === 'expired' ? { code: 'invitation_expired' } : undefined
}

function givenRole(
  { roleId, administrative }: InvitationRecord,
  { roles }: Catalogue,
  product: readonly Permission[],
): RoleRecord | undefined {
  const role = roles.find(({ id }) => id === roleId)
  const hasGained = role && administrativeOf(role, product).some((id) => !administrative.includes(id))
  return role && !hasGained ? role : roles.find(({ isDefault }) => isDefault)
}
