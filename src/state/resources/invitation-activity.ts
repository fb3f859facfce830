import type { ActivityList } from '../../contract/activity.ts'
import type { ResourceDefinition } from './resource.ts'

/** What was done to an invitation, newest first. */
export const invitationActivityOf = (id: string): ResourceDefinition<ActivityList> => ({
  name: 'invitationActivity',
  id,
  call({ invitations }) {
    const activity = invitations?.activity
    return activity && ((options) => activity.call(invitations, id, options))
  },
})
