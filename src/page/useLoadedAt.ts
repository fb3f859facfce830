import { useEffect, useState } from 'react'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import { useRosterUI } from '../primitives/roster-ui/RosterUIContext.ts'

/** Returns when the shown rows were last loaded, in milliseconds. */
export function useLoadedAt({ status, source, error, isFetching }: UsersListResult): number {
  const { clock } = useRosterUI()
  const [loadedAt, setLoadedAt] = useState(0)
  const isFresh = status === 'ready' && !error && !isFetching
  useEffect(() => {
    if (isFresh && source) setLoadedAt(clock.get())
  }, [isFresh, source, clock])
  return loadedAt
}
