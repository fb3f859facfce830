import type { InvitationChange } from '@aicx/roster/contract'
import type { Rule } from '../rules/rule.ts'
import { findInvitation } from './find-invitation.ts'
import { judgeGrant, knownRole } from './judge-grant.ts'

/**
 * Changes the role and the teams of an invitation whose version is still the given one. Nothing is sent. The role that it
 * has already can be given again, with the permissions that the role has gained since.
 */
export const decideInvitationChange =
  (id: string, change: InvitationChange, version: string): Rule<null> =>
  (facts, product) => {
    // Ending it raised its version, so that it has ended is the better reason.
    const invitation = findInvitation(facts, id, product)
    if ('refused' in invitation) return invitation
    if (invitation.version !== version) return { refused: { code: 'version_mismatch' } }
    const isKnown = (teamId: string) => facts.catalogue.teams.some((team) => team.id === teamId)
    const { roleId = invitation.roleId, teamIds = invitation.teamIds.filter(isKnown) } = change
    const role = knownRole(facts.catalogue, { roleId, teamIds })
    if ('refused' in role) return role
    // A person may not edit an invitation whose role they may not give, whatever they change.
    const current = judgeGrant(facts, { roleId: invitation.roleId, teamIds: [] }, product)
    if ('refused' in current && current.refused.code !== 'role_not_found') return current
    const grant = judgeGrant(facts, { roleId, teamIds }, product)
    if ('refused' in grant) return grant
    const before = { roleId: invitation.roleId, teamIds: invitation.teamIds }
    const after = { roleId: grant.roleId, teamIds: grant.teamIds }
    const { administrative } = grant
    const hasGained = administrative.some((permission) => !invitation.administrative.includes(permission))
    const isSame = before.roleId === after.roleId && before.teamIds.join() === after.teamIds.join()
    if (isSame && !(change.roleId !== undefined && hasGained)) return { changes: [], audit: [], answer: null }
    return {
      changes: [{ kind: 'change_invitation', invitationId: id, ...after, administrative }],
      audit: [{ action: 'invitation_changed', targetId: id, before, after }],
      answer: null,
    }
  }
