import { useContext, useEffect, useState } from 'react'
import type { IdleEngine } from '../state/idle/idle-engine.ts'
import { followIdleSession } from '../state/idle-session/follow-idle-session.ts'
import { EnvironmentContext } from './EnvironmentContext.ts'
import { RosterContext } from './RosterContext.ts'

/** Whose idle logout a hook follows. */
export interface UseIdleOptions {
  /** An engine of your own, from `openIdleEngine`. @default that of the nearest provider's session */
  engine?: IdleEngine
}

/** Returns the engine of the viewer's session, or null until it is known. */
export function useIdleEngine({ engine: given }: UseIdleOptions, caller: string): IdleEngine | null {
  const state = useContext(RosterContext)
  const environment = useContext(EnvironmentContext)
  const [engine, setEngine] = useState<IdleEngine | null>(null)
  if (!state && !given)
    throw new Error(
      `${caller} needs a session, but no <RosterProvider> or <RosterData> is above it in the tree, and no engine was passed: wrap your app in <RosterProvider api={createHttpApi({ … })}>, or pass { engine: openIdleEngine({ … }) } (see docs/missing-provider.md).`,
    )
  useEffect(() => {
    if (state && !given) return followIdleSession(state, environment, setEngine)
  }, [state, environment, given])
  return given ?? engine
}
