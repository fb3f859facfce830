import { hasSameEntries } from '../../base/has-same-entries.ts'
import type { RowRange } from '../../base/row-range.ts'
import { createSubscribable } from '../../base/subscribable.ts'
import { keepSame } from './keep-same.ts'
import { type ListSnapshot, loadingList } from './list-snapshot.ts'
import { readRows } from './row-source.ts'
import { createShownRows, type RowUpdates } from './shown-rows.ts'
import { createViewport } from './viewport.ts'
import { createWantedWindows } from './wanted-windows.ts'
import type { WindowCache } from './window-cache.ts'

/** A list that loads its visible windows while it has subscribers. */
export interface WindowedList<Row> {
  subscribe(listener: () => void): () => void
  getSnapshot(): ListSnapshot<Row>
  getServerSnapshot(): ListSnapshot<Row>
  /**
   * Makes a range the page that is returned as `rows`. The rows of the previous page stay until the new ones are
   * loaded.
   */
  showPage(range: RowRange): void
  /** Loads the rows of `source` that a range needs. */
  loadRange(range: RowRange): void
  /** Loads the visible windows again. Their rows are updated and keep their order. */
  refetch(): Promise<void>
  /** Loads the visible windows again and applies changes of order and membership. */
  applyChanges(): Promise<void>
}

/** Where a list reads its query. */
export interface QuerySource<Query> {
  /** Returns the same object until the query changes. */
  getQuery(): Query
  subscribe(listener: () => void): () => void
}

/** Creates the list of a query over the windows of a cache. */
export function createWindowedList<Query, Row extends { id: string }>(
  cache: WindowCache<Query, Row>,
  queries: QuerySource<Query>,
  updates: RowUpdates<Row>,
): WindowedList<Row> {
  const listeners = createSubscribable()
  const wanted = createWantedWindows(cache)
  const viewport = createViewport()
  const shown = createShownRows(cache, updates)
  let query = queries.getQuery()
  let snapshot: ListSnapshot<Row> = loadingList

  // Until every visible window has been loaded after request `since`, the previous list is shown.
  let isEntering = true
  let since = 0

  function enter(after: number) {
    isEntering = true
    since = after
    viewport.stopAhead()
  }

  function load() {
    if (listeners.size === 0) return
    const { visible, ahead } = viewport
    wanted.set(query, ahead === undefined ? visible : [...visible, ahead])
  }

  function move(hasMoved: () => boolean) {
    const before = viewport.visible
    if (!hasMoved()) return
    const appeared = viewport.visible.filter((index) => !before.includes(index) && wanted.has(index))
    load()
    for (const index of appeared) {
      const { error, isFetching } = cache.read(query, index)
      if (error && !isFetching) void wanted.refetch(index)
    }
    update()
  }

  function onQuery() {
    const next = queries.getQuery()
    if (next === query) return
    query = next
    enter(0)
    viewport.restart()
    wanted.clear()
    load()
    update()
  }

  function onWindows() {
    const { ahead } = viewport
    const prefetched = ahead === undefined ? undefined : cache.read(query, ahead).data
    if (prefetched && prefetched.revision !== cache.newest()?.revision) {
      viewport.stopAhead()
      load()
    }
    cache.tidy()
    update()
  }

  function update() {
    const states = viewport.visible.map((index) => cache.read(query, index))
    if (isEntering && states.every(({ data }) => data && data.asked > since)) {
      isEntering = false
      shown.reset()
    }
    const { source, changes, pending } = isEntering
      ? snapshot
      : shown.compose(query, viewport.visible, snapshot)
    const error = states.find((state) => state.error)?.error ?? null
    const hasList = !isEntering || snapshot.status === 'ready'
    const { page, isOnPage } = viewport
    const isTurning = isOnPage && page.start < source.total && source.at(page.start) === undefined
    const next: ListSnapshot<Row> = {
      status: hasList ? 'ready' : error ? 'error' : 'loading',
      rows: isTurning ? snapshot.rows : keepSame(snapshot.rows, readRows(source, page)),
      source,
      pending,
      error,
      isFetching: states.some((state) => state.isFetching) || (isEntering && !error),
      isPlaceholder: hasList && (isEntering || isTurning),
      changes,
    }
    if (hasSameEntries(next, snapshot)) return
    snapshot = next
    listeners.notify()
  }

  update()

  let leave = () => {}
  function begin() {
    const leaves = [cache.subscribe(onWindows), queries.subscribe(onQuery), updates.subscribe(update)]
    leave = () => {
      for (const off of leaves) off()
    }
    onQuery()
    load()
    update()
  }

  return {
    subscribe(listener) {
      const unsubscribe = listeners.subscribe(listener)
      if (listeners.size === 1) begin()
      return () => {
        unsubscribe()
        if (listeners.size > 0) return
        leave()
        wanted.clear()
      }
    },
    getSnapshot: () => snapshot,
    getServerSnapshot: () => loadingList,
    showPage(range) {
      move(() => viewport.showPage(range, snapshot.source.total))
      update()
    },
    loadRange: (range) => move(() => viewport.move(range, snapshot.source.total)),
    async refetch() {
      await Promise.all(viewport.visible.map((index) => wanted.refetch(index)))
    },
    async applyChanges() {
      enter(cache.newest(query)?.asked ?? 0)
      load()
      cache.drop(query)
      const loading = wanted.refetchAll()
      update()
      await loading
    },
  }
}
