import { useMemo } from 'react'
import type { ResourceDefinition } from '../state/resources/resource.ts'

/** Returns a resource that is loaded only while the backend offers it. */
export function useOffered<Answer>(
  definition: ResourceDefinition<Answer>,
  isOffered: boolean,
): ResourceDefinition<Answer> {
  return useMemo(
    () => (isOffered ? definition : { ...definition, call: () => undefined }),
    [definition, isOffered],
  )
}
