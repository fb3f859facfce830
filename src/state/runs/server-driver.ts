import { portMethod } from '../../client/port-method.ts'
import type { RosterApi } from '../../client/roster-api.ts'
import { newIntent } from '../core/new-intent.ts'
import { send } from '../core/send.ts'
import type { StateCore } from '../core/state-core.ts'
import { pause } from '../environment/pause.ts'
import type { RunDriver } from './run-driver.ts'

/** How often a server that works on its own is polled (ms). */
const pollInterval = 1_000

/** Drives a selection by its steps, or polls a server that works on its own. */
export function serverDriver(
  state: Pick<StateCore, 'clock' | 'signal' | 'reporter' | 'reread'>,
  selections: NonNullable<RosterApi['selections']>,
): RunDriver {
  const { clock, signal } = state
  const call = <Answer>(step: () => Promise<Answer>) => send(state, { resource: 'selections' }, signal, step)
  return {
    async step({ id, position }, { deleteInvitations }) {
      const { chunk } = selections
      const asks = position === 0 && deleteInvitations
      if (chunk) return call(() => chunk(id, position, { signal, ...(asks && { deleteInvitations }) }))
      await pause(clock, pollInterval)
      const selection = await call(() => selections.get(id, { signal }))
      return { selection, failed: [], partial: [] }
    },
    current: ({ id }) => call(() => selections.get(id, { signal })),
    async stop({ id }) {
      const stop = portMethod(selections.stop, 'selections.stop')
      return call(() => stop(id, { intent: newIntent(), signal }))
    },
  }
}
