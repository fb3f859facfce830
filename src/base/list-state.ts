import type { Failure } from './failure.ts'

/** A list that is loaded whole, as views take it. The result of each list hook is one; of your own data, `rows` is enough. */
export interface LoadedList<Row> {
  rows: readonly Row[]
  /** @default 'ready' */
  status?: 'loading' | 'ready' | 'error'
  /** Why the list couldn't be loaded. */
  error?: Failure | null
  /** Loads the list again. Without it there is no *Try again*. */
  refetch?(): unknown
  /** False hides what needs the list. @default true */
  isSupported?: boolean
}

/** Returns the rows of a list, or `undefined` while it isn't loaded. */
export const loadedRows = <Row>(list: LoadedList<Row> | undefined): readonly Row[] | undefined =>
  list && (list.status ?? 'ready') === 'ready' ? list.rows : undefined

/** Returns the list unless it is missing or unsupported. */
export const supportedList = <Row>(list: LoadedList<Row> | undefined): LoadedList<Row> | undefined =>
  list?.isSupported === false ? undefined : list
