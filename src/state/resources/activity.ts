import type { ActivityList } from '../../contract/activity.ts'
import type { ResourceDefinition } from './resource.ts'

/** What was done to a user, newest first. */
export const activityOf = (id: string): ResourceDefinition<ActivityList> => ({
  name: 'activity',
  id,
  call: ({ users }) =>
    users.activity && (async (options) => (await users.activity?.(id, options)) ?? { entries: [] }),
})
