import { useMemo } from 'react'
import type { ActivityEntry } from '../contract/activity.ts'
import { activityOf } from '../state/resources/activity.ts'
import type { WholeListResult } from './list-result.ts'
import { toWholeList } from './to-whole-list.ts'
import { useResource } from './useResource.ts'

/** What was done to a user, newest first. */
export function useUserActivity(id: string): WholeListResult<ActivityEntry> {
  const activity = useMemo(() => activityOf(id), [id])
  return toWholeList(useResource(activity, 'useUserActivity'), ({ entries }) => entries)
}
