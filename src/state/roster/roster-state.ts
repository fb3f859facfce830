import { ExplainedError } from '../../client/explained-error.ts'
import type { Session } from '../../contract/session.ts'
import type { User } from '../../contract/users.ts'
import type { UsersQuery } from '../../contract/users-query.ts'
import type { ResourceName, RosterDataEvent } from '../core/data-event.ts'
import { createRunningWorks, type RunningWorks } from '../core/running-work.ts'
import { createStateCore, type StateCore, type StateCoreOptions } from '../core/state-core.ts'
import { createDepartures, type Departures } from '../departures/departures.ts'
import type { FocusSource } from '../environment/focus-source.ts'
import { createKnownRows, type KnownRows } from '../known-rows/known-rows.ts'
import { userNames } from '../known-rows/row-names.ts'
import type { RowStore } from '../lists/row-store.ts'
import { createLiveChanges, type LiveChanges } from '../live/live-changes.ts'
import { createResource, type ResourceStore } from '../resources/resource.ts'
import { session } from '../resources/session.ts'
import type { RosterHooks } from '../user-acts/user-acts.ts'
import { createUserWrites, type UserWrites } from '../user-writes/user-writes.ts'

/** Coming back to the page reads it again, at most once in this time (ms). */
export const focusInterval = 10_000

/** What a provider gives to {@link createRosterState}. */
export interface RosterStateOptions extends StateCoreOptions {
  /** The host's hooks as they are now. @default none */
  hooks?: () => RosterHooks
}

/** What a host can do with a provider's data outside of hooks. Each reset creates a new handle. */
export interface RosterDataHandle {
  /** A number that grows with each reset. Use it as a key for what belongs to one sign-in. */
  epoch: number
  /**
   * Loads a resource again, or all resources, after a change that was made elsewhere. Visible rows keep their order.
   */
  invalidate(resource?: ResourceName): void
  /** Calls the listener for every event, until the returned function is called. */
  subscribe(listener: (event: RosterDataEvent) => void): () => void
  /** Forgets everything. Call it when someone has signed in or out. */
  reset(): void
}

/** The data of one company during one sign-in. Another sign-in starts without data. */
export interface RosterState extends StateCore, RosterDataHandle {
  /** The viewer's session. */
  viewer: ResourceStore<Session>
  known: KnownRows<User>
  writes: UserWrites
  live: LiveChanges
  departures: Departures
  /** The company's users, as lists read them. */
  users: RowStore<User, UsersQuery>
  /** Work that goes on without the person, such as a run over many users. */
  works: RunningWorks
  /** The host's hooks as they are now. */
  hooks: () => RosterHooks
  /** Reads again when the person comes back. */
  follow(focus: FocusSource): () => void
}

/** Creates an empty state. It loads nothing until something subscribes. */
export function createRosterState({ hooks = () => ({}), ...options }: RosterStateOptions): RosterState {
  const core = createStateCore(options)
  const { api, clock, reporter, reread, signal } = core
  const known = createKnownRows<User>(core, userNames)
  const departures = createDepartures((id, options) => api.users.get?.(id, options), signal)
  const viewer = createResource(core, session)
  const live = createLiveChanges(core, viewer)
  const writes = createUserWrites(core, known, departures, hooks)
  const invalidate = (resource?: ResourceName) => void reread(resource)

  return {
    ...core,
    viewer,
    known,
    writes,
    live,
    departures,
    users: {
      names: userNames,
      known,
      departures,
      writes,
      list: (query, options) => api.users.list(query, options),
      async read(id, options) {
        if (!api.users.get) throw new ExplainedError('unsupported', 'The port cannot read a single user.')
        return api.users.get(id, options)
      },
      ids: () => api.users.ids,
      live,
    },
    works: createRunningWorks(),
    hooks,
    invalidate,
    subscribe: reporter.subscribe,
    follow(focus) {
      let last = clock.now()
      return focus.subscribe(() => {
        if (clock.now() - last < focusInterval) return
        last = clock.now()
        invalidate()
      })
    },
  }
}
