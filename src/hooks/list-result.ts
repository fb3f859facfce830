import type { ApiError } from '../client/api-error.ts'

/** What every hook for a list returns. */
export interface ListResult<Row> {
  /** `'error'` only if nothing could be loaded yet. Later failures are in `error`, and the last good rows stay. */
  status: 'loading' | 'ready' | 'error'
  /** Always an array. */
  rows: readonly Row[]
  /** The number of rows in the whole list. */
  total: number
  error: ApiError | null
  isFetching: boolean
  /** Loads again. Resolves when that is done, and never rejects. */
  refetch(): Promise<void>
}

/** What a hook for a list without pages returns. */
export interface WholeListResult<Row> extends ListResult<Row> {
  /** False if the port has no such method. Hide the controls that need it. */
  isSupported: boolean
}
