import type { InvitationSettings } from '../../contract/invitation-settings.ts'
import type { ResourceDefinition } from './resource.ts'

/** How invitations work in the company, its seats, and whether email can be sent. */
export const invitationSettings: ResourceDefinition<InvitationSettings> = {
  name: 'invitationSettings',
  call({ invitations }) {
    const settings = invitations?.settings
    return settings && ((options) => settings.call(invitations, options))
  },
}
