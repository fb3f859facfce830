import { useCallback, useEffect, useRef } from 'react'
import { useRosterUI } from '../../primitives/roster-ui/RosterUIContext.ts'

interface Loaded {
  status: 'loading' | 'ready' | 'error'
  /** Another one after each load. */
  source: object | null
  error: unknown
  isFetching: boolean
}

/** Returns a function that returns when what is shown was last loaded, in milliseconds. */
export function useLoadedAt({ status, source, error, isFetching }: Loaded): () => number {
  const { clock } = useRosterUI()
  const loadedAt = useRef(0)
  const isFresh = status === 'ready' && !error && !isFetching
  useEffect(() => {
    if (isFresh && source) loadedAt.current = clock.get()
  }, [isFresh, source, clock])
  return useCallback(() => loadedAt.current, [])
}
