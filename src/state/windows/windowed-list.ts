import { shallow } from 'zustand/vanilla/shallow'
import type { RowRange } from '../../base/row-range.ts'
import type { RowSource } from '../../base/row-source.ts'
import type { ApiError } from '../../client/api-error.ts'
import { directionOf, toRange, windowSize, windowsOf } from './row-range.ts'
import { createRowSource, readRows, type Windows } from './row-source.ts'
import { countChanges, nothingSeen, type SeenWindows, see } from './seen-windows.ts'
import type { Slot } from './window-answer.ts'
import type { WantedWindow, WindowCache } from './window-cache.ts'
import type { WindowData } from './window-data.ts'

/** What is known of a list. */
export interface ListSnapshot<Row> {
  status: 'loading' | 'ready' | 'error'
  /** The readable rows of the page, each once. */
  rows: readonly Row[]
  /** The whole list by position; a new object whenever its data changes. */
  source: RowSource<Row>
  error: ApiError | null
  isFetching: boolean
  /** Whether what is shown is of an earlier query or page, or from before changes were applied, while the next is on its way. */
  isPlaceholder: boolean
  /** Changes of membership or order that wait for `applyChanges`. */
  changes: number
}

/** A list that is read by windows, while someone subscribes. */
export interface WindowedList<Row> {
  subscribe(listener: () => void): () => void
  getSnapshot(): ListSnapshot<Row>
  getServerSnapshot(): ListSnapshot<Row>
  /** Makes a range the page that `rows` answers; its old rows stay until the new ones are there. */
  showPage(range: RowRange): void
  /** Reads what a range needs of `source`. */
  loadRange(range: RowRange): void
  /** Reads what is seen again; rows are brought up to date, and none moves. */
  refetch(): Promise<void>
  /** Reads what is seen again and takes the list as it has become. */
  applyChanges(): Promise<void>
}

/** Where a list finds its query; the same object until it changes. */
export interface QuerySource<Query> {
  getQuery(): Query
  subscribe(listener: () => void): () => void
}

/** What is known of rows beside the list: newer answers about one of them, and changes that are under way. */
export interface RowUpdates<Row> {
  /** A row brought up to date, the same object until it changes; `asked` numbers the request that it came with. */
  update(row: Slot<Row>, asked: number): Slot<Row>
  /** Whether changes of one's own are under way, which the list is not to count. */
  isBusy(): boolean
  subscribe(listener: () => void): () => void
}

const firstPage: RowRange = { start: 0, end: windowSize }

const loadingList: ListSnapshot<never> = {
  status: 'loading',
  rows: [],
  source: createRowSource(new Map(), 0, 'exact'),
  error: null,
  isFetching: true,
  isPlaceholder: false,
  changes: 0,
}

/** The list of a query, over the windows of a cache. */
export function createWindowedList<Query, Row extends { id: string }>(
  cache: WindowCache<Query, Row>,
  queries: QuerySource<Query>,
  updates: RowUpdates<Row>,
): WindowedList<Row> {
  const listeners = new Set<() => void>()
  const wanted = new Map<number, WantedWindow>()
  let query = queries.getQuery()
  let page: RowRange | undefined
  let range = firstPage
  let visible = windowsOf(range)
  let ahead: number | undefined
  let hasJumped = false

  // Until all that is visible has been read since request `since`, the list on show is that of before.
  let isEntering = true
  let since = 0

  let seen: SeenWindows<Row> = nothingSeen
  let windows: Windows<Row> = new Map()
  let snapshot: ListSnapshot<Row> = loadingList

  function load() {
    if (listeners.size === 0) return
    const needed = new Set(ahead === undefined ? visible : [...visible, ahead])
    for (const index of needed) if (!wanted.has(index)) wanted.set(index, cache.want(query, index))
    for (const [index, window] of wanted) {
      if (needed.has(index)) continue
      wanted.delete(index)
      window.stop()
    }
  }

  function stop() {
    for (const window of wanted.values()) window.stop()
    wanted.clear()
  }

  function move(to: RowRange) {
    const direction = directionOf(range, to)
    // After a jump a range settles by a row or two, which is no travel to read ahead for.
    const isSettling = hasJumped && Math.abs(to.start - range.start) <= 2
    hasJumped = direction === 0 ? to.start !== range.start : isSettling
    const next = windowsOf(to)
    const beyond = direction > 0 ? (next.at(-1) ?? 0) + 1 : (next[0] ?? 0) - 1
    range = to
    if (shallow(next, visible)) return
    const appeared = next.filter((index) => !visible.includes(index) && wanted.has(index))
    visible = next
    const isThere = beyond >= 0 && beyond * windowSize < snapshot.source.total
    ahead = direction !== 0 && !isSettling && isThere ? beyond : undefined
    load()
    for (const index of appeared) {
      const { error, isFetching } = cache.read(query, index)
      if (error && !isFetching) void wanted.get(index)?.refetch()
    }
    update()
  }

  function enter(after: number) {
    isEntering = true
    since = after
    ahead = undefined
  }

  function onQuery() {
    const next = queries.getQuery()
    if (next === query) return
    query = next
    enter(0)
    if (!page) range = { start: 0, end: range.end - range.start }
    visible = windowsOf(range)
    stop()
    load()
    update()
  }

  function onWindows() {
    const prefetched = ahead === undefined ? undefined : cache.read(query, ahead).data
    if (prefetched && prefetched.revision !== cache.newest()?.revision) {
      ahead = undefined
      load()
    }
    cache.tidy()
    update()
  }

  function compose(): Pick<ListSnapshot<Row>, 'source' | 'changes'> {
    const loaded = cache.loaded(query)
    seen = see(seen, visible, loaded)
    const updated = ({ rows, asked }: WindowData<Row>, index: number) =>
      keep(
        windows.get(index),
        rows.map((row) => updates.update(row, seen.versions.get(row.id ?? '')?.asked ?? asked)),
      )
    const next = new Map([...loaded].map(([index, data]) => [index, updated(data, index)]))
    let total = 0
    for (const [index, data] of seen.windows) {
      const { rows } = data
      next.set(index, updated(data, index))
      if (rows.length > 0) total = Math.max(total, index * windowSize + rows.length)
    }
    const newest = cache.newest(query)
    total = Math.max(total, newest?.total ?? 0)
    const totalIs = newest?.totalIs ?? 'exact'
    const { source } = snapshot
    const counted = countChanges(seen, loaded, cache.newest()?.revision)
    const isSettling = updates.isBusy() || visible.some((index) => cache.read(query, index).isFetching)
    const isSame = shallow(windows, next) && source.total === total && source.totalIs === totalIs
    windows = next
    return {
      source: isSame ? source : createRowSource(windows, total, totalIs),
      // One's own change is in the next answer: until that has come, nothing more counts as another's.
      changes: isSettling ? Math.min(snapshot.changes, counted) : counted,
    }
  }

  function update() {
    const states = visible.map((index) => cache.read(query, index))
    if (isEntering && states.every(({ data }) => data && data.asked > since)) {
      isEntering = false
      seen = nothingSeen
    }
    const { source, changes } = isEntering ? snapshot : compose()
    const error = states.find((state) => state.error)?.error ?? null
    const hasList = !isEntering || snapshot.status === 'ready'
    const { start } = page ?? firstPage
    const isTurning = page === range && start < source.total && source.at(start) === undefined
    const next: ListSnapshot<Row> = {
      status: hasList ? 'ready' : error ? 'error' : 'loading',
      rows: isTurning ? snapshot.rows : keep(snapshot.rows, readRows(source, page ?? firstPage)),
      source,
      error,
      isFetching: states.some((state) => state.isFetching) || (isEntering && !error),
      isPlaceholder: hasList && (isEntering || isTurning),
      changes,
    }
    if (shallow(next, snapshot)) return
    snapshot = next
    for (const listener of listeners) listener()
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
      listeners.add(listener)
      if (listeners.size === 1) begin()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        leave()
        stop()
      }
    },
    getSnapshot: () => snapshot,
    getServerSnapshot: () => loadingList,
    showPage(next) {
      page = toRange(next)
      move(page)
      update()
    },
    loadRange: (next) => move(toRange(next)),
    async refetch() {
      await Promise.all(visible.map((index) => wanted.get(index)?.refetch()))
    },
    async applyChanges() {
      enter(cache.newest(query)?.asked ?? 0)
      load()
      cache.drop(query)
      const reads = [...wanted.values()].map((window) => window.refetch())
      update()
      await Promise.all(reads)
    },
  }
}

/** The value of before where it says the same, so that whoever compares by identity sees no change. */
const keep = <Value>(before: Value | undefined, next: Value): Value =>
  before !== undefined && shallow(before, next) ? before : next
