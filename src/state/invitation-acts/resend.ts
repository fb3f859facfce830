import { portMethod } from '../../client/port-method.ts'
import type { RowAct } from '../row-writes/row-act.ts'
import type { InvitationHooks } from './invitation-hooks.ts'
import { toInvitationWrite } from './invitation-write.ts'
import { type ReceivedInvitation, received } from './received-invitation.ts'

/** Sends an invitation again, with a new link and a new expiry. */
export const resend: RowAct<ReceivedInvitation, undefined, ReceivedInvitation, InvitationHooks> = {
  field: 'sending',
  touches: ['invitationActivity', 'invitationSettings', 'pendingInvitations'],
  movesRow: true,
  plan: ({ core: { api, clock, signal }, id }) => ({
    async send(intent) {
      const method = portMethod(api.invitations?.resend, 'invitations.resend')
      return received(await method(id, { intent, signal }), clock.now())
    },
  }),
  before: (hooks, write) => hooks.onBeforeResend?.(toInvitationWrite(write)),
  after: (hooks, write, _, outcome) => hooks.onAfterResend?.(toInvitationWrite(write), outcome),
}
