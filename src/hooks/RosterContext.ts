import { createContext, useContext } from 'react'
import type { RosterState } from '../state/roster/roster-state.ts'

/** Carries a provider's state to the hooks. */
export const RosterContext = createContext<RosterState | null>(null)

/** The state of the nearest provider; `hook` is who asks, for the sentence without one. */
export function useRosterState(hook: string): RosterState {
  const state = useContext(RosterContext)
  if (state) return state
  throw new Error(
    `${hook}() has no api to read from because no <RosterData> is above it: wrap the tree in <RosterData api={createHttpApi({ … })}>.`,
  )
}
