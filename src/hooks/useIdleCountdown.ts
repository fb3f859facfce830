import { useContext, useMemo, useSyncExternalStore } from 'react'
import { systemClock } from '../state/environment/clock.ts'
import { createIdleCountdown } from '../state/idle/idle-countdown.ts'
import type { IdleEngine } from '../state/idle/idle-engine.ts'
import { unthrottledClock } from '../state/idle/unthrottled-clock.ts'
import { EnvironmentContext } from './EnvironmentContext.ts'

const nothing = { subscribe: () => () => {}, getSnapshot: () => null }

/** Returns the seconds until the logout, or null while there is no warning. It renders each second of the warning. */
export function useIdleCountdown(engine: IdleEngine | null): number | null {
  const { clock } = useContext(EnvironmentContext)
  const countdown = useMemo(
    () => (engine ? createIdleCountdown(engine, clock === systemClock ? unthrottledClock : clock) : nothing),
    [engine, clock],
  )
  return useSyncExternalStore(countdown.subscribe, countdown.getSnapshot, () => null)
}
