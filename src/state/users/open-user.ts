import { QueryObserver } from '@tanstack/query-core'
import { shallow } from 'zustand/vanilla/shallow'
import type { ApiError } from '../../client/api-error.ts'
import { ExplainedError } from '../../client/explained-error.ts'
import type { User } from '../../contract/users.ts'
import { request } from '../core/request.ts'
import type { KnownRow } from '../known-rows/known-rows.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { freshFor } from '../windows/window-cache.ts'

/** What is known of one user. */
export interface OpenUserSnapshot {
  /** `error` only while there is nothing to show. */
  status: 'loading' | 'ready' | 'error'
  user: User | null
  error: ApiError | null
  isFetching: boolean
}

/** A user who is looked at while someone subscribes. */
export interface OpenUser {
  subscribe(listener: () => void): () => void
  getSnapshot(): OpenUserSnapshot
  getServerSnapshot(): OpenUserSnapshot
  refetch(): Promise<void>
}

const loading: OpenUserSnapshot = { status: 'loading', user: null, error: null, isFetching: true }

/** One user: the row of a list at once, then their own response if that row is missing or old. */
export function createOpenUser(state: RosterState, id: string): OpenUser {
  const { api, queries, key, clock, known, live } = state
  const observer = new QueryObserver<KnownRow<User>, ApiError>(queries, {
    queryKey: key('user', id),
    gcTime: 0,
    initialData: () => known.find(id),
    staleTime: () => {
      const { readAt = 0 } = known.find(id) ?? {}
      return clock.now() - readAt < freshFor ? Number.POSITIVE_INFINITY : 0
    },
    async queryFn({ signal }) {
      const asked = state.ask()
      const user = await request(state, { resource: 'user' }, signal, async () => {
        if (!api.users.get) throw new ExplainedError('unsupported', 'The port cannot read a single user.')
        return api.users.get(id, { signal })
      })
      return known.learn(user, asked)
    },
  })
  let snapshot = loading

  return {
    subscribe(listener) {
      const isOfList = (queryKey: readonly unknown[]) => queryKey[key().length] === 'users'
      const leaves = [
        observer.subscribe(listener),
        known.subscribe(listener),
        queries.getQueryCache().subscribe(({ type, query }) => {
          if (type === 'updated' && isOfList(query.queryKey)) listener()
        }),
        live.retain(),
      ]
      return () => {
        for (const leave of leaves) leave()
      }
    },
    getSnapshot() {
      const { error, isFetching, isPending } = observer.getCurrentResult()
      const user = known.shown(id) ?? null
      const next: OpenUserSnapshot = {
        status: user ? 'ready' : error ? 'error' : 'loading',
        user,
        error,
        isFetching: isFetching || isPending,
      }
      if (!shallow(next, snapshot)) snapshot = next
      return snapshot
    },
    getServerSnapshot: () => loading,
    async refetch() {
      await observer.refetch()
    },
  }
}
