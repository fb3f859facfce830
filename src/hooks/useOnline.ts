import { useContext, useSyncExternalStore } from 'react'
import { EnvironmentContext } from './EnvironmentContext.ts'

/** Returns whether there is a network. */
export function useOnline(): boolean {
  const { online } = useContext(EnvironmentContext)
  return useSyncExternalStore(online.subscribe, online.isOnline, () => true)
}
