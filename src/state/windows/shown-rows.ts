import { hasSameEntries } from '../../base/has-same-entries.ts'
import { keepSame } from './keep-same.ts'
import type { ListSnapshot } from './list-snapshot.ts'
import { windowSize } from './row-range.ts'
import { createRowSource, type Windows } from './row-source.ts'
import { countChanges, nothingSeen, type SeenWindows, see } from './seen-windows.ts'
import type { Slot } from './window-answer.ts'
import type { WindowCache } from './window-cache.ts'
import type { WindowData } from './window-data.ts'

/** Updates of rows from outside the list: newer versions of a row, and changes that are being saved. */
export interface RowUpdates<Row> {
  /** The latest version of a row, the same object until it changes. `asked` is the number of the row's request. */
  update(row: Slot<Row>, asked: number): Slot<Row>
  /** Whether this client is saving changes, which the list doesn't count. */
  isBusy(): boolean
  subscribe(listener: () => void): () => void
}

type Shown<Row> = Pick<ListSnapshot<Row>, 'source' | 'changes' | 'pending'>

/** The rows of a list as they are shown: visible rows keep their order until changes are applied. */
export interface ShownRows<Query, Row> {
  /** Combines what is loaded. `before` is what was shown last. */
  compose(query: Query, visible: readonly number[], before: Shown<Row>): Shown<Row>
  /** Uses the order of the loaded windows from now on. */
  reset(): void
}

/** Creates the rows of a list over the windows of a cache. */
export function createShownRows<Query, Row extends { id: string }>(
  cache: WindowCache<Query, Row>,
  updates: RowUpdates<Row>,
): ShownRows<Query, Row> {
  let seen: SeenWindows<Row> = nothingSeen
  let windows: Windows<Row> = new Map()

  function updated({ rows, asked }: WindowData<Row>, index: number) {
    const next = rows.map((row) => updates.update(row, seen.versions.get(row.id ?? '')?.asked ?? asked))
    return keepSame(windows.get(index), next)
  }

  return {
    compose(query, visible, { source, changes }) {
      const loaded = cache.loaded(query)
      seen = see(seen, visible, loaded)
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
      const counted = countChanges(seen, loaded, cache.newest()?.revision)
      const isSettling = updates.isBusy() || visible.some((index) => cache.read(query, index).isFetching)
      const isSame = hasSameEntries(windows, next) && source.total === total && source.totalIs === totalIs
      windows = next
      return {
        source: isSame ? source : createRowSource(windows, total, totalIs),
        pending: newest?.pending,
        // The next response contains this client's own change. Until then no more changes count as someone else's.
        changes: isSettling ? Math.min(changes, counted) : counted,
      }
    },
    reset() {
      seen = nothingSeen
    },
  }
}
