import { QueryClient, type QueryKey } from '@tanstack/query-core'
import type { RosterApi } from '../../client/roster-api.ts'
import type { Clock } from '../environment/clock.ts'
import type { ResourceName } from './data-event.ts'
import { createOwnIntents, type OwnIntents } from './own-intents.ts'
import type { Reporter } from './reporter.ts'

/** What a provider gives to its state. */
export interface StateCoreOptions {
  api: RosterApi
  epoch: number
  clock: Clock
  reporter: Reporter
  /** Begins the next epoch. */
  reset(): void
}

/** The base of a state: the responses about one company during one sign-in. */
export interface StateCore extends StateCoreOptions {
  queries: QueryClient
  /** Fires when another sign-in begins, so that requests of this one aren't sent in the other person's name. */
  signal: AbortSignal
  key(...parts: readonly unknown[]): QueryKey
  /** The changes that this client makes. */
  intents: OwnIntents
  /** Returns the number of a new request. A higher number means a later state of the server. */
  ask(): number
  /** Loads a resource again, or all resources, if they are in use. Resolves when that is done. */
  reread(resource?: ResourceName): Promise<void>
  /** Receives the session's key, and whose it is. A different key than before means another sign-in. */
  noteSession(sessionKey: string, viewerId: string): void
}

/** Creates an empty core. It doesn't load anything. */
export function createStateCore(options: StateCoreOptions): StateCore {
  const { api, epoch, reporter } = options
  const end = new AbortController()
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: Infinity,
      },
    },
  })
  const key = (...parts: readonly unknown[]) => [api.company, epoch, ...parts]
  let session: { sessionKey: string; viewerId: string } | undefined
  let asked = 0

  function reset() {
    end.abort()
    options.reset()
  }

  return {
    ...options,
    reset,
    queries,
    signal: end.signal,
    key,
    intents: createOwnIntents(),
    ask: () => ++asked,
    async reread(resource) {
      const keys = resource ? [resource, ...(alongside[resource] ?? [])].map((name) => key(name)) : [key()]
      // A first load may have been decided before the change. The cache waits for it instead of loading again.
      const early = keys.flatMap((queryKey) =>
        queries.getQueryCache().findAll({
          queryKey,
          fetchStatus: 'fetching',
          predicate: ({ state }) => state.data === undefined,
        }),
      )
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
      await queries.invalidateQueries({ predicate: (query) => early.includes(query) })
    },
    noteSession(sessionKey, viewerId) {
      const before = session
      session = { sessionKey, viewerId }
      if (!before || before.sessionKey === sessionKey) return
      reporter.emit({ type: 'session.changed', isAnotherPerson: before.viewerId !== viewerId })
      reset()
    },
  }
}

/** What is loaded again with a list: each of its rows that is open. */
const alongside: Partial<Record<ResourceName, readonly ResourceName[]>> = {
  users: ['user', 'activity'],
  invitations: ['invitation', 'invitationActivity', 'invitationSettings', 'pendingInvitations'],
}
