import type { Action, InvitationActions } from '@aicx/roster/contract'
import type { InvitationRecord } from '../ports/invitations.ts'
import type { Catalogue } from '../ports/records.ts'
import type { Refusal } from '../ports/write.ts'
import type { Judge } from '../rules/judge.ts'
import { invitationTimes } from './limits.ts'

const allowed: Action = { allowed: true }

const denial = ({ code, reason = code, params }: Refusal): Action => ({
  allowed: false,
  reason,
  ...(params && { params }),
})

/** Why an invitation that has ended can't be changed. */
export function endedRefusal({ end }: InvitationRecord): Refusal | undefined {
  if (!end) return undefined
  if (end.as === 'deleted') return { code: 'invitation_deleted', reason: 'invitation_deleted' }
  if (end.as === 'replaced') return { code: 'already_invited', reason: 'already_invited' }
  return { code: 'invitation_accepted', reason: 'invitation_accepted' }
}

/** Refuses to send an invitation again that was sent a moment ago. */
export function cooldownRefusal({ askedAt, sentAt }: InvitationRecord, now: Date): Refusal | undefined {
  const last = Math.max(askedAt.getTime(), sentAt?.getTime() ?? 0)
  const left = last + invitationTimes.cooldown - now.getTime()
  if (left <= 0) return undefined
  const retryAfter = Math.ceil(left / 1_000)
  return { code: 'cooldown', reason: 'cooldown', params: { retryAfter: String(retryAfter) }, retryAfter }
}

/** What a viewer may do with an invitation. Writes are decided by the same rules. */
export function invitationActions(
  invitation: InvitationRecord,
  rules: Judge,
  { roles }: Pick<Catalogue, 'roles'>,
  now: Date,
): InvitationActions {
  const role = roles.find(({ id }) => id === invitation.roleId)
  const managing = rules.permitted('manage_users')
  const ended = endedRefusal(invitation)
  const cooling = cooldownRefusal(invitation, now)
  const assigning = role ? rules.role(role).assign : allowed
  const first = (...actions: (Action | false | undefined)[]): Action =>
    actions.find((action) => action && !action.allowed) || allowed
  return {
    resend: first(managing, ended && denial(ended), assigning, cooling && denial(cooling)),
    delete: first(managing, ended && denial(ended)),
    change: first(managing, ended && denial(ended), assigning),
  }
}
