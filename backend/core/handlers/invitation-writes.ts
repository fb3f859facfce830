import type { Handlers } from '../http/call.ts'
import { decideInvitationChange } from '../invitations/decide-invitation-change.ts'
import { deleteInvitation } from '../invitations/delete-invitation.ts'
import { resendInvitation } from '../invitations/resend-invitation.ts'
import { ofOne } from '../rules/of-one.ts'
import type { Rule } from '../rules/rule.ts'
import { readInvitation } from './read-invitation.ts'
import { runWrite, type WriteCall } from './run-write.ts'

type InvitationWrites = Pick<Handlers, 'changeInvitation' | 'resendInvitation' | 'deleteInvitation'>

/** The writes to one invitation. A new write is one row here, and a rule that decides it. */
export const invitationWrites: InvitationWrites = {
  changeInvitation: (call, services) =>
    changeInvitation(call, services, decideInvitationChange(call.invitationId, call.body, call.version)),
  resendInvitation: (call, services) =>
    changeInvitation(call, services, ofOne(resendInvitation, call.invitationId)),
  deleteInvitation: (call, services) =>
    changeInvitation(call, services, ofOne(deleteInvitation, call.invitationId)),
}

/** Runs a write and returns the invitation after it. A repeated request also returns the latest state. */
async function changeInvitation(
  call: WriteCall & { invitationId: string },
  services: Parameters<typeof runWrite>[1],
  rule: Rule<null>,
) {
  const { invitationId, place, headers } = call
  await runWrite(call, services, { userIds: [], invitations: { ids: [invitationId], keys: [] }, rule })
  const invitation = await readInvitation(place, invitationId, services)
  if (invitation.version !== undefined) headers.set('ETag', `"${invitation.version}"`)
  return invitation
}
