import { useMemo } from 'react'
import { useRosterUI } from '../roster-ui/RosterUIContext.ts'
import { createTypeahead, type Typeahead } from './typeahead.ts'

/** A typeahead by the clock of the nearest `RosterUI`. */
export function useTypeahead(): Typeahead {
  const { clock } = useRosterUI()
  return useMemo(() => createTypeahead(clock.now), [clock])
}
