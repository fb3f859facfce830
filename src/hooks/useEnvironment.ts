import { useMemo } from 'react'
import { browserLocks } from '../state/environment/lock-source.ts'
import { browserEnvironment, type RosterEnvironment } from '../state/environment/roster-environment.ts'

/**
 * Completes a host's environment. The result is stable while its parts are, even if the host creates a new object each
 * time.
 */
export function useEnvironment(given: RosterEnvironment = {}): Required<RosterEnvironment> {
  const {
    clock = browserEnvironment.clock,
    focus = browserEnvironment.focus,
    visibility = browserEnvironment.visibility,
    online = browserEnvironment.online,
    storage = browserEnvironment.storage,
    channel = browserEnvironment.channel,
    locks,
  } = given
  return useMemo(
    () => ({
      clock,
      focus,
      visibility,
      online,
      storage,
      channel,
      locks: locks ?? browserLocks({ clock, storage }),
    }),
    [clock, focus, visibility, online, storage, channel, locks],
  )
}
