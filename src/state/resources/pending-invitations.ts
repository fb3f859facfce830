import type { InvitationWindow } from '../../contract/invitation-windows.ts'
import type { ResourceDefinition } from './resource.ts'

/** The first pending invitations to expire. They are counted down without a request. */
const soonest = 20

/** The pending invitations: how many there are, and those that expire first. */
export const pendingInvitations: ResourceDefinition<InvitationWindow> = {
  name: 'pendingInvitations',
  call: ({ invitations }) =>
    invitations &&
    ((options) =>
      invitations.list({ statuses: ['pending'], sort: 'expires', offset: 0, limit: soonest }, options)),
}
