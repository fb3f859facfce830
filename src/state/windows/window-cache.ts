import { hashKey, QueryObserver } from '@tanstack/query-core'
import type { ApiError } from '../../client/api-error.ts'
import type { ResourceName } from '../core/data-event.ts'
import type { StateCore } from '../core/state-core.ts'
import { windowsKept } from './row-range.ts'
import type { LoadWindow, WindowData } from './window-data.ts'

/** The state of a window. */
export interface WindowState<Row> {
  data?: WindowData<Row>
  error: ApiError | null
  isFetching: boolean
}

/** A window that is in use. It is kept up to date until `stop` is called. */
export interface WantedWindow {
  refetch(): Promise<unknown>
  stop(): void
}

/** The windows of a resource, of all its queries. */
export interface WindowCache<Query, Row> {
  read(query: Query, index: number): WindowState<Row>
  /** The loaded windows of a query, by number. */
  loaded(query: Query): Map<number, WindowData<Row>>
  /** The window that was requested last, for this query or for any. */
  newest(query?: Query): WindowData<Row> | undefined
  /** Loads a window unless it is fresh. Several users of a window share the request. */
  want(query: Query, index: number): WantedWindow
  /** Drops a query's windows that have no observer. */
  drop(query: Query): void
  /** Drops windows without an observer that have an older revision, or are more than the number kept. */
  tidy(): void
  subscribe(listener: () => void): () => void
}

/** Windows older than this are read again when they come back into view (ms). */
export const freshFor = 30_000

/** The windows of one resource in the state's query cache. */
export function createWindowCache<Query, Row>(
  { queries, key, clock }: StateCore,
  resource: ResourceName,
  load: LoadWindow<Query, Row>,
): WindowCache<Query, Row> {
  const cache = queries.getQueryCache()
  const root = key(resource)
  // The query is a text, since query-core matches an object by a part of it: `{}` would match every query.
  const keyOf = (query: Query, ...rest: number[]) => [...root, hashKey([query]), ...rest]

  const entries = (query?: Query) =>
    cache.findAll({ queryKey: query === undefined ? root : keyOf(query) }).map((entry) => ({
      entry,
      index: Number(entry.queryKey.at(-1)),
      data: queries.getQueryData<WindowData<Row>>(entry.queryKey),
      isWanted: entry.getObserversCount() > 0,
    }))

  const newest = (query?: Query) =>
    entries(query)
      .flatMap(({ data }) => data ?? [])
      .reduce<WindowData<Row> | undefined>(
        (last, data) => (last && last.asked > data.asked ? last : data),
        undefined,
      )

  return {
    newest,
    read(query, index) {
      const state = queries.getQueryState<WindowData<Row>, ApiError>(keyOf(query, index))
      return {
        data: state?.data,
        error: state?.error ?? null,
        isFetching: state?.fetchStatus === 'fetching',
      }
    },
    loaded: (query) =>
      new Map(entries(query).flatMap(({ index, data }) => (data ? [[index, data] as const] : []))),
    want(query, index) {
      const queryKey = keyOf(query, index)
      const observer = new QueryObserver<WindowData<Row>, ApiError>(queries, {
        queryKey,
        queryFn: ({ signal }) => load(query, index, signal),
        staleTime: ({ state }) => (clock.now() - (state.data?.readAt ?? 0) < freshFor ? Infinity : 0),
      })
      return {
        stop: observer.subscribe(() => {}),
        refetch() {
          // A first request that is still running may have been sent before the change that the caller wants to see.
          void queries.cancelQueries({ queryKey, exact: true })
          return observer.refetch()
        },
      }
    },
    drop(query) {
      for (const { entry, isWanted } of entries(query)) if (!isWanted) cache.remove(entry)
    },
    tidy() {
      const all = entries()
      const latest = newest()
      const idle = all
        .filter(({ isWanted }) => !isWanted)
        .sort((a, b) => (b.data?.asked ?? 0) - (a.data?.asked ?? 0))
      const room = Math.max(0, windowsKept - (all.length - idle.length))
      idle.forEach(({ entry, data }, rank) => {
        if (!data || rank >= room || data.revision !== latest?.revision) cache.remove(entry)
      })
    },
    subscribe: (listener) =>
      cache.subscribe(({ type, query }) => {
        if (type === 'updated' && query.queryKey[root.length - 1] === resource) listener()
      }),
  }
}
