// Loaded first, so that what loads them later doesn’t wait for the disk.
import '../../src/state/lists/ids-of-range.ts'
import '../../src/state/lists/left-out-rows.ts'
import '../../src/state/lists/step-in-list.ts'
import { isUnreadable } from '../../src/base/row-source.ts'
import type { User } from '../../src/contract/users.ts'
import type { RosterDataEvent } from '../../src/state/core/data-event.ts'
import { createReporter } from '../../src/state/core/reporter.ts'
import { createRowList } from '../../src/state/lists/row-list.ts'
import { createRosterState } from '../../src/state/roster/roster-state.ts'
import { createUsersView } from '../../src/state/users/users-view.ts'
import { createArrayApi } from './array-api.ts'
import { createManualClock } from './manual-clock.ts'

/** Lets everything that is due run: query-core tells of changes in a timer task. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

/** A list of users over an array, with everything a test turns. */
export function aList(users: readonly User[]) {
  const server = createArrayApi(users)
  const clock = createManualClock()
  const reporter = createReporter()
  const events: RosterDataEvent[] = []
  reporter.subscribe((event) => events.push(event))
  const state = createRosterState({ api: server.api, epoch: 0, clock, reporter, reset: () => {} })
  const view = createUsersView({ clock, searchDelay: 0 })
  const list = createRowList(state, state.users, view)
  const now = () => list.getSnapshot()

  return {
    server,
    clock,
    events,
    state,
    view,
    list,
    now,
    open: () => list.subscribe(() => {}),
    /** Responds to all requests that wait. */
    async answer() {
      await settle()
      for (const request of server.requests.splice(0)) request.answer()
      await settle()
    },
    /** Offset and limit of what waits. */
    async asked() {
      await settle()
      return server.open().map(({ query }) => [query.offset, query.limit])
    },
    /** Ids of a stretch, `?` for unreadable and undefined for not loaded. */
    ids: (start: number, end: number) =>
      Array.from({ length: end - start }, (_, at) => {
        const row = now().source.at(start + at)
        return isUnreadable(row) ? '?' : row?.id
      }),
    idsOfRows: () => now().rows.map(({ id }) => id),
  }
}
