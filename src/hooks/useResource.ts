import { useMemo, useSyncExternalStore } from 'react'
import {
  createResource,
  type ResourceDefinition,
  type ResourceSnapshot,
} from '../state/resources/resource.ts'
import { useRosterState } from './RosterContext.ts'

/** A resource as it is known, and how to read it again. */
export type UseResourceResult<Answer> = ResourceSnapshot<Answer> & { refetch(): Promise<void> }

/** Reads a resource while the component is there. */
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
