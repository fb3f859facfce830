import type { RosterApi } from '../../client/roster-api.ts'
import type { SelectionRequest } from '../../contract/selection-requests.ts'
import { send } from '../core/send.ts'
import type { RosterState } from '../roster/roster-state.ts'
import type { FrozenHere } from './frozen-here.ts'
import type { FrozenRun } from './run-driver.ts'
import { serverDriver } from './server-driver.ts'

/**
 * A run for a backend that starts to work as soon as a selection is created. Its ids are frozen here, and it is created
 * with them once the person has confirmed it.
 */
export function watchedRun(
  state: RosterState,
  selections: NonNullable<RosterApi['selections']>,
  { selection, ids }: FrozenHere,
): FrozenRun {
  const server = serverDriver(state, selections)
  const { action, resource } = selection
  return {
    selection,
    driver: {
      ...server,
      async step(current, choice) {
        if (current.id !== selection.id) return server.step(current, choice)
        const request = { resource, of: { ids }, action } as SelectionRequest
        const created = await send(state, { resource: 'selections' }, state.signal, (signal) =>
          selections.create(request, { intent: selection.id, signal }),
        )
        return { selection: created, failed: [], partial: [] }
      },
    },
  }
}
