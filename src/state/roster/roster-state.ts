import type { ResourceName, RosterDataEvent } from '../core/data-event.ts'
import { createRunningWorks, type RunningWorks } from '../core/running-work.ts'
import { createStateCore, type StateCore, type StateCoreOptions } from '../core/state-core.ts'
import { createDepartures, type Departures } from '../departures/departures.ts'
import type { FocusSource } from '../environment/focus-source.ts'
import { createKnownUsers, type KnownUsers } from '../known-users/known-users.ts'
import { createLiveChanges, type LiveChanges } from '../live/live-changes.ts'
import type { RosterHooks } from '../user-acts/user-acts.ts'
import { createUserWrites, type UserWrites } from '../user-writes/user-writes.ts'

/** Coming back to the page reads it again, at most once in this time (ms). */
export const focusInterval = 10_000

/** What a provider gives to {@link createRosterState}. */
export interface RosterStateOptions extends StateCoreOptions {
  /** The host's hooks as they are now. @default none */
  hooks?: () => RosterHooks
}

/** What a host can do with a provider's data from outside its hooks; another one after each reset. */
export interface RosterDataHandle {
  /** Rises with each reset: a host may key by it what belongs to one sign-in. */
  epoch: number
  /** Reads a resource again, or all, after a change that was made elsewhere. What is seen keeps its order. */
  invalidate(resource?: ResourceName): void
  /** Calls the listener for every event, until the returned function is called. */
  subscribe(listener: (event: RosterDataEvent) => void): () => void
  /** Forgets everything. Call it when someone has signed in or out. */
  reset(): void
}

/** The data of one company during one sign-in; the next one starts from nothing. */
export interface RosterState extends StateCore, RosterDataHandle {
  known: KnownUsers
  writes: UserWrites
  live: LiveChanges
  departures: Departures
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
  const { clock, reporter, reread } = core
  const known = createKnownUsers(core)
  const departures = createDepartures(core)
  const writes = createUserWrites(core, known, departures, hooks)
  const invalidate = (resource?: ResourceName) => void reread(resource)

  return {
    ...core,
    known,
    writes,
    live: createLiveChanges(core, writes),
    departures,
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
