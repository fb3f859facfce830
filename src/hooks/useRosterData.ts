import type { RosterDataHandle } from '../state/roster/roster-state.ts'
import { useRosterState } from './RosterContext.ts'

/** The nearest provider, for a host that changes or watches its data. */
export function useRosterData(): RosterDataHandle {
  return useRosterState('useRosterData')
}
