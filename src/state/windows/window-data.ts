import type { Slot } from './window-answer.ts'

/** A window as it was last loaded. */
export interface WindowData<Row> {
  rows: readonly Slot<Row>[]
  total: number
  totalIs: 'exact' | 'atLeast'
  revision?: string
  /** How many of the rows are pending, in a list that shows pending rows first. */
  pending?: number
  /** Number of the request that loaded it. A higher number means a later state of the server. */
  asked: number
  /** When it was loaded (ms). */
  readAt: number
}

/** Loads one window of a query. */
export type LoadWindow<Query, Row> = (
  query: Query,
  index: number,
  signal: AbortSignal,
) => Promise<WindowData<Row>>
