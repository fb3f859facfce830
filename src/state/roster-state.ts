import { QueryClient, type QueryKey } from '@tanstack/query-core'
import type { RosterApi } from '../client/roster-api.ts'
import type { Clock } from './clock.ts'
import type { ResourceName, RosterDataEvent } from './data-event.ts'
import type { FocusSource } from './focus-source.ts'
import type { Reporter } from './reporter.ts'

/** Coming back to the page reads it again, at most once in this time (ms). */
export const focusInterval = 10_000

/** What a provider gives to {@link createRosterState}. */
export interface RosterStateOptions {
  api: RosterApi
  epoch: number
  clock: Clock
  reporter: Reporter
  /** Begins the next epoch. */
  reset(): void
}

/** What a host can do with a provider's data from outside its hooks; another one after each reset. */
export interface RosterDataHandle {
  /** Rises with each reset: a host may key by it what belongs to one sign-in. */
  epoch: number
  /** Reads a resource again, or all, after a change that was made elsewhere. What is seen keeps its order. */
  invalidate(resource?: ResourceName): void
  /** Hears what happens until it is called off. */
  subscribe(listener: (event: RosterDataEvent) => void): () => void
  /** Forgets everything: to be called when somebody has signed in or out. */
  reset(): void
}

/** The data of one company during one sign-in; the next one starts from nothing. */
export interface RosterState extends RosterStateOptions, RosterDataHandle {
  queries: QueryClient
  key(...parts: readonly unknown[]): QueryKey
  /** Numbers a request: a later one sees a later server. */
  ask(): number
  /** Reads again when the person comes back. */
  follow(focus: FocusSource): () => void
  /** Takes the session's key; another one than before is another sign-in. */
  noteSession(sessionKey: string): void
}

/** An empty state; it asks for nothing until something subscribes. */
export function createRosterState(options: RosterStateOptions): RosterState {
  const { api, epoch, clock, reporter, reset } = options
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
      },
    },
  })
  const key = (...parts: readonly unknown[]) => [api.company, epoch, ...parts]
  let session: string | undefined
  let asked = 0

  function invalidate(resource?: ResourceName) {
    void queries.invalidateQueries({ queryKey: resource ? key(resource) : key() })
  }

  return {
    ...options,
    queries,
    key,
    ask: () => ++asked,
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
    noteSession(sessionKey) {
      if (session !== undefined && session !== sessionKey) {
        reporter.emit({ type: 'session.changed' })
        reset()
      }
      session = sessionKey
    },
  }
}
