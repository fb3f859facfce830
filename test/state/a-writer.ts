import type { EventsApi } from '../../src/client/roster-api.ts'
import type { RosterDataEvent } from '../../src/state/core/data-event.ts'
import { createReporter } from '../../src/state/core/reporter.ts'
import { createRowList } from '../../src/state/lists/row-list.ts'
import { createRosterState } from '../../src/state/roster/roster-state.ts'
import type { RosterHooks } from '../../src/state/user-acts/user-acts.ts'
import { createUsersView } from '../../src/state/users/users-view.ts'
import { createManualClock } from './manual-clock.ts'
import { createWriteApi } from './write-api.ts'

/** A state over users that can be changed, with a list of them that is seen. */
export function aWriter(
  count = 3,
  pass?: (label: string) => Promise<unknown>,
  changes?: EventsApi,
  clock = createManualClock(),
) {
  const server = createWriteApi(count, pass)
  if (changes) server.api.events = changes
  const reporter = createReporter()
  const events: RosterDataEvent[] = []
  reporter.subscribe((event) => events.push(event))
  let hooks: RosterHooks = {}
  const state = createRosterState({
    api: server.api,
    epoch: 0,
    clock,
    reporter,
    reset: () => {},
    hooks: () => hooks,
  })
  const list = createRowList(state, state.users, createUsersView({ clock }))
  const { writes, known } = state
  return {
    server,
    clock,
    events,
    state,
    writes,
    known,
    list,
    open: () => list.subscribe(() => {}),
    rowOf: (id: string) => list.getSnapshot().rows.find((row) => row.id === id),
    setHooks(next: RosterHooks) {
      hooks = next
    },
  }
}
