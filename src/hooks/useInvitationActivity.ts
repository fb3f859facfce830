import { useMemo } from 'react'
import type { ActivityEntry } from '../contract/activity.ts'
import { invitationActivityOf } from '../state/resources/invitation-activity.ts'
import type { WholeListResult } from './list-result.ts'
import { toWholeList } from './to-whole-list.ts'
import { useResource } from './useResource.ts'

/** Loads what was done to an invitation, newest first. */
export function useInvitationActivity(id: string): WholeListResult<ActivityEntry> {
  const definition = useMemo(() => invitationActivityOf(id), [id])
  return toWholeList(useResource(definition, 'useInvitationActivity'), ({ entries }) => entries)
}
