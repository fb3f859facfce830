import { useMemo, useSyncExternalStore } from 'react'
import {
  createResource,
  type ResourceDefinition,
  type ResourceSnapshot,
} from '../state/resources/resource.ts'
import { useRosterState } from './RosterContext.ts'

/** The latest state of a resource, and a function that loads it again. */
export type UseResourceResult<Answer> = ResourceSnapshot<Answer> & { refetch(): Promise<void> }

/** Loads a resource while the component is mounted. */
export function useResource<Answer>(
  definition: ResourceDefinition<Answer>,
  hook: string,
): UseResourceResult<Answer> {
  const state = useRosterState(hook)
  const { subscribe, getSnapshot, getServerSnapshot, refetch } = useMemo(
    () => createResource(state, definition),
    [state, definition],
  )
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  return { ...snapshot, refetch }
}
