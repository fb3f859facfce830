import { useSyncExternalStore } from 'react'
import { useRosterUI } from './RosterUIContext.ts'

const onServer = () => undefined

/** Returns the time in milliseconds, updated every half minute. Undefined in server output and during hydration. */
export function useNow(): number | undefined {
  const { clock } = useRosterUI()
  return useSyncExternalStore(clock.subscribe, clock.get, onServer)
}
