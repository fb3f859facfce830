import { portMethod } from '../../client/port-method.ts'
import { toApiError } from '../../client/to-api-error.ts'
import { isGone } from '../row-writes/is-gone.ts'
import type { RowAct } from '../row-writes/row-act.ts'
import type { InvitationHooks } from './invitation-hooks.ts'
import { toInvitationWrite } from './invitation-write.ts'
import { type ReceivedInvitation, received } from './received-invitation.ts'

/** Deletes an invitation. Its link stops working immediately. One that is already deleted counts as deleted. */
export const deleteInvitation: RowAct<ReceivedInvitation, undefined, ReceivedInvitation, InvitationHooks> = {
  field: 'deletion',
  touches: ['invitationActivity', 'invitationSettings', 'pendingInvitations'],
  removesRow: true,
  plan: ({ core: { api, clock, signal }, known, id }) => ({
    async send(intent) {
      const method = portMethod(api.invitations?.delete, 'invitations.delete')
      try {
        return received(await method(id, { intent, signal }), clock.now())
      } catch (thrown) {
        const row = known.find(id)?.row
        if (!row || !isGone(toApiError(thrown))) throw thrown
        return { ...row, status: 'deleted' }
      }
    },
  }),
  before: (hooks, write) => hooks.onBeforeDeleteInvitation?.(toInvitationWrite(write)),
  after: (hooks, write, _, outcome) => hooks.onAfterDeleteInvitation?.(toInvitationWrite(write), outcome),
}
