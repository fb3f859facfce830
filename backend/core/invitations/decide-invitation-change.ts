import type { InvitationChange } from '@aicx/roster/contract'
import type { Rule } from '../rules/rule.ts'
import { findInvitation } from './find-invitation.ts'
import { judgeGrant } from './judge-grant.ts'

/** Changes the role and the teams of an invitation whose version is still the given one. Nothing is sent. */
export const decideInvitationChange =
  (id: string, change: InvitationChange, version: string): Rule<null> =>
  (facts, product) => {
    const invitation = findInvitation(facts, id, product)
    if ('refused' in invitation) return invitation
    if (invitation.version !== version) return { refused: { code: 'version_mismatch' } }
    // A person may not edit an invitation whose role they may not give, whatever they change.
    const current = judgeGrant(facts, { roleId: invitation.roleId, teamIds: [] }, product)
    if ('refused' in current && current.refused.code !== 'role_not_found') return current
    const isGone = (teamId: string) => !facts.catalogue.teams.some((team) => team.id === teamId)
    const kept = invitation.teamIds.filter((teamId) => !isGone(teamId))
    const { roleId = invitation.roleId, teamIds = kept } = change
    const grant = judgeGrant(facts, { roleId, teamIds }, product)
    if ('refused' in grant) return grant
    const before = { roleId: invitation.roleId, teamIds: invitation.teamIds }
    const after = { roleId: grant.roleId, teamIds: grant.teamIds }
    if (before.roleId === after.roleId && before.teamIds.join() === after.teamIds.join())
      return { changes: [], audit: [], answer: null }
    const { administrative } = grant
    return {
      changes: [{ kind: 'change_invitation', invitationId: id, ...after, administrative }],
      audit: [{ action: 'invitation_changed', targetId: id, before, after }],
      answer: null,
    }
  }
