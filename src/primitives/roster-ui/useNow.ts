import { useSyncExternalStore } from 'react'
import { useRosterUI } from './RosterUIContext.ts'

const onServer = () => undefined

/** The time in milliseconds, renewed every half minute; undefined in server output and while hydrating. */
export function useNow(): number | undefined {
  const { clock } = useRosterUI()
  return useSyncExternalStore(clock.subscribe, clock.get, onServer)
}
