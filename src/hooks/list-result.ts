import type { ApiError } from '../client/api-error.ts'

/** What every hook over a list of things answers. */
export interface ListResult<Row> {
  /** `error` only while there is nothing to show; later failures stand in `error`, beside the last good rows. */
  status: 'loading' | 'ready' | 'error'
  /** Always an array. */
  rows: readonly Row[]
  /** Rows of the whole list. */
  total: number
  error: ApiError | null
  isFetching: boolean
  /** Reads again; resolves when that is done, and never rejects. */
  refetch(): Promise<void>
}

/** A list that is read whole. */
export interface WholeListResult<Row> extends ListResult<Row> {
  /** False where the port has no such thing: its controls are to be hidden. */
  isSupported: boolean
}
