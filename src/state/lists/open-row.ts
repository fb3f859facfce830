import { QueryObserver } from '@tanstack/query-core'
import { hasSameEntries } from '../../base/has-same-entries.ts'
import type { ApiError } from '../../client/api-error.ts'
import { request } from '../core/request.ts'
import type { StateCore } from '../core/state-core.ts'
import type { KnownRow } from '../known-rows/known-rows.ts'
import { freshFor } from '../windows/window-cache.ts'
import type { WindowData } from '../windows/window-data.ts'
import type { RowStore } from './row-store.ts'

/** The state of one row. */
export interface OpenRowSnapshot<Row> {
  /** `error` only while there is nothing to show. */
  status: 'loading' | 'ready' | 'error'
  row: Row | null
  error: ApiError | null
  isFetching: boolean
}

/** A row that is kept up to date while it has subscribers. */
export interface OpenRow<Row> {
  subscribe(listener: () => void): () => void
  getSnapshot(): OpenRowSnapshot<Row>
  getServerSnapshot(): OpenRowSnapshot<Row>
  refetch(): Promise<void>
}

const loading: OpenRowSnapshot<never> = { status: 'loading', row: null, error: null, isFetching: true }

/**
 * Creates the store of one row. It returns the list's row immediately, and loads the row itself if it isn't in the list
 * or is old.
 */
export function createOpenRow<Row extends { id: string }, Query>(
  core: StateCore,
  { names, known, live, read }: RowStore<Row, Query>,
  id: string,
): OpenRow<Row> {
  const { queries, key, clock } = core
  const observer = new QueryObserver<KnownRow<Row>, ApiError>(queries, {
    queryKey: key(names.one, id),
    gcTime: 0,
    initialData: () => known.find(id),
    staleTime: () => {
      // One that isn't in the list any more, or may not be once the list has loaded again, may be deleted.
      const isFresh = queries
        .getQueriesData<WindowData<Row>>({ queryKey: key(names.list), fetchStatus: 'idle' })
        .some(
          ([, data]) =>
            data && clock.now() - data.readAt < freshFor && data.rows.some((row) => row.id === id),
        )
      return isFresh ? Infinity : 0
    },
    async queryFn({ signal }) {
      const asked = core.ask()
      const row = await request(core, { resource: names.one }, signal, () => read(id, { signal }))
      return known.learn(row, asked)
    },
  })
  let snapshot: OpenRowSnapshot<Row> = loading

  return {
    subscribe(listener) {
      const isOfList = (queryKey: readonly unknown[]) => queryKey[key().length] === names.list
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
      const row = known.shown(id) ?? null
      const next: OpenRowSnapshot<Row> = {
        status: row ? 'ready' : error ? 'error' : 'loading',
        row,
        error,
        isFetching: isFetching || isPending,
      }
      if (!hasSameEntries(next, snapshot)) snapshot = next
      return snapshot
    },
    getServerSnapshot: () => loading,
    async refetch() {
      await observer.refetch()
    },
  }
}
