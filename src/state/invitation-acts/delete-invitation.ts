import { ExplainedError } from '../../client/explained-error.ts'
import type { RowAct } from '../row-writes/row-act.ts'
import type { InvitationHooks } from './invitation-hooks.ts'
import { toInvitationWrite } from './invitation-write.ts'
import { type ReceivedInvitation, received } from './received-invitation.ts'

/** Deletes an invitation. Its link stops working immediately. */
export const deleteInvitation: RowAct<ReceivedInvitation, undefined, ReceivedInvitation, InvitationHooks> = {
  field: 'deletion',
  touches: ['invitationActivity', 'invitationSettings', 'pendingInvitations'],
  removesRow: true,
  plan: ({ core: { api, clock, signal }, id }) => ({
    async send(intent) {
      const { invitations } = api
      if (!invitations?.delete)
        throw new ExplainedError('unsupported', 'The port has no invitations.delete().')
      return received(await invitations.delete(id, { intent, signal }), clock.now())
    },
  }),
  before: (hooks, write) => hooks.onBeforeDeleteInvitation?.(toInvitationWrite(write)),
  after: (hooks, write, _, outcome) => hooks.onAfterDeleteInvitation?.(toInvitationWrite(write), outcome),
}
