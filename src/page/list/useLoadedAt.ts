import { useEffect, useState } from 'react'
import { useRosterUI } from '../../primitives/roster-ui/RosterUIContext.ts'
import type { AnyList } from './any-list.ts'

/** Returns when the shown rows were last loaded, in milliseconds. */
export function useLoadedAt({ status, source, error, isFetching }: AnyList): number {
  const { clock } = useRosterUI()
  const [loadedAt, setLoadedAt] = useState(0)
  const isFresh = status === 'ready' && !error && !isFetching
  useEffect(() => {
    if (isFresh && source) setLoadedAt(clock.get())
  }, [isFresh, source, clock])
  return loadedAt
}
