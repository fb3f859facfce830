import type { RequestOptions } from '../../client/request-options.ts'
import type { Window } from '../../contract/windows.ts'
import type { Departures } from '../departures/departures.ts'
import type { KnownRows } from '../known-rows/known-rows.ts'
import type { RowNames } from '../known-rows/row-names.ts'
import type { LiveChanges } from '../live/live-changes.ts'
import type { RowWrites } from '../row-writes/row-writes.ts'
import type { ListCall } from '../windows/window-loader.ts'

/** What every list supports. Other parts of a query are filters. */
export interface ListQuery {
  search?: string
  sort?: string
}

/** Which stretch of a list. */
export interface StretchOf {
  offset: number
  limit: number
  around?: string
}

/** The rows of one kind: how they are loaded, what is known about them, and how they are changed. */
export interface RowStore<Row, Query> {
  names: RowNames
  known: KnownRows<Row>
  departures: Departures
  writes: Pick<RowWrites<Row, string, unknown>, 'getPendingIds' | 'onSaved' | 'noteSaved' | 'subscribe'>
  list: ListCall<Query & { around?: string }, Row>
  /** Reads one row. Rejects with `unsupported` if the port can't. */
  read(id: string, options: RequestOptions): Promise<Row>
  /** Returns the call that loads only ids, at most 5,000. Undefined if the port doesn't have it. */
  ids(): ((query: Query & StretchOf, options: RequestOptions) => Promise<Window<{ id: string }>>) | undefined
  live: Pick<LiveChanges, 'retain' | 'onRows'>
}

/** Where a list reads its query. */
export interface QueryView<Query> {
  /** Returns the same query until it changes. */
  getState(): { readonly query: Query }
  subscribe(listener: () => void): () => void
}
