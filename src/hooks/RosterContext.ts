import { createContext, useContext } from 'react'
import type { RosterState } from '../state/roster/roster-state.ts'

/** Carries a provider's state to the hooks. */
export const RosterContext = createContext<RosterState | null>(null)

/** Returns the state of the nearest provider. Without one it throws an error that names the caller. */
export function useRosterState(caller: string): RosterState {
  const state = useContext(RosterContext)
  if (state) return state
  throw new Error(
    `${caller} needs a provider, but no <RosterProvider> or <RosterData> is above it in the tree: wrap your app in <RosterProvider api={createHttpApi({ … })}> (see docs/missing-provider.md).`,
  )
}
