import type { RowSource } from '../../base/row-source.ts'
import type { ApiError } from '../../client/api-error.ts'
import { createRowSource } from './row-source.ts'

/** A list at one moment. */
export interface ListSnapshot<Row> {
  status: 'loading' | 'ready' | 'error'
  /** The readable rows of the page, each once. */
  rows: readonly Row[]
  /** The whole list by position. A new object whenever its data changes. */
  source: RowSource<Row>
  /** How many of the rows are pending, in a list that shows pending rows first. */
  pending: number | undefined
  error: ApiError | null
  isFetching: boolean
  /** Whether an earlier query, page or order is shown while the next one loads. */
  isPlaceholder: boolean
  /** Number of changes of membership or order that wait for `applyChanges`. */
  changes: number
}

/** The snapshot before anything is loaded. */
export const loadingList: ListSnapshot<never> = {
  status: 'loading',
  rows: [],
  source: createRowSource(new Map(), 0, 'exact'),
  pending: undefined,
  error: null,
  isFetching: true,
  isPlaceholder: false,
  changes: 0,
}
