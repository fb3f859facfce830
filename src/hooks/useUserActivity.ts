import { useMemo } from 'react'
import type { ActivityEntry } from '../contract/activity.ts'
import { activityOf } from '../state/resources/activity.ts'
import { session } from '../state/resources/session.ts'
import type { WholeListResult } from './list-result.ts'
import { useRosterState } from './RosterContext.ts'
import { toWholeList } from './to-whole-list.ts'
import { useOffered } from './useOffered.ts'
import { useResource } from './useResource.ts'

/** Loads what was done to a user, newest first. If the backend keeps no activity, nothing is requested. */
export function useUserActivity(id: string): WholeListResult<ActivityEntry> {
  const { api } = useRosterState('useUserActivity')
  const { status, data } = useResource(session, 'useUserActivity')
  const isOffered = data?.capabilities.activity === true
  const definition = useOffered(
    useMemo(() => activityOf(id), [id]),
    isOffered,
  )
  const list = toWholeList(useResource(definition, 'useUserActivity'), ({ entries }) => entries)
  const isUnknown = status === 'loading' && api.users.activity !== undefined
  return isUnknown ? { ...list, status: 'loading', isSupported: true } : list
}
