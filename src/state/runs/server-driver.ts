import { portMethod } from '../../client/port-method.ts'
import type { RosterApi } from '../../client/roster-api.ts'
import { newIntent } from '../core/new-intent.ts'
import type { StateCore } from '../core/state-core.ts'
import { pause } from '../environment/pause.ts'
import type { RunDriver } from './run-driver.ts'

/** How often a server that works on its own is polled (ms). */
const pollInterval = 1_000

/** Drives a selection by its steps, or polls a server that works on its own. */
export function serverDriver(
  { clock, signal }: Pick<StateCore, 'clock' | 'signal'>,
  selections: NonNullable<RosterApi['selections']>,
): RunDriver {
  return {
    async step({ id, position }, { deleteInvitations }) {
      const asks = position === 0 && deleteInvitations
      if (selections.chunk)
        return selections.chunk(id, position, { signal, ...(asks && { deleteInvitations }) })
      await pause(clock, pollInterval)
      return { selection: await selections.get(id, { signal }), failed: [], partial: [] }
    },
    current: ({ id }) => selections.get(id, { signal }),
    async stop({ id }) {
      return portMethod(selections.stop, 'selections.stop')(id, { intent: newIntent(), signal })
    },
  }
}
