import type { RosterDataHandle } from '../state/roster/roster-state.ts'
import { useRosterState } from './RosterContext.ts'

/** Returns the nearest provider's handle: reload its data, follow its events, or reset it. */
export function useRosterData(): RosterDataHandle {
  return useRosterState('useRosterData')
}
