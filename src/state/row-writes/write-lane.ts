import type { ApiError } from '../../client/api-error.ts'
import type { Outcome } from '../core/outcome.ts'
import type { RowChange } from '../known-rows/row-change.ts'
import type { PlacedWrite } from './placed-write.ts'

/** A write that is waiting or running. */
export interface QueuedWrite<Row> {
  write: PlacedWrite<Row>
  run(): Promise<void>
}

/** A write that failed. */
export interface FailedWrite<Row> {
  write: PlacedWrite<Row>
  error: ApiError
  retry(): Promise<Outcome<object>>
}

/**
 * The queue of writes to one row. One write is sent at a time, and a failed write is kept until it is retried or
 * dismissed.
 */
export interface WriteLane<Row> {
  queue: QueuedWrite<Row>[]
  isRunning: boolean
  failed: FailedWrite<Row>[]
  /** By field, the intent that was saved a moment ago. */
  saved: Map<string, string>
  /** By field, the inputs of writes whose response was lost. */
  unconfirmed: Map<string, unknown[]>
}

/** Creates the lane of a row without writes. */
export const createWriteLane = <Row>(): WriteLane<Row> => ({
  queue: [],
  isRunning: false,
  failed: [],
  saved: new Map(),
  unconfirmed: new Map(),
})

/** The changes that are being saved, in their order. */
export const changesOf = <Row>({ queue }: WriteLane<Row>): RowChange<Row>[] =>
  queue.flatMap(({ write }) => write.change ?? [])

/** The inputs of a field's unconfirmed writes; the same array for the life of the lane. */
export function unconfirmedOf(
  { unconfirmed }: Pick<WriteLane<never>, 'unconfirmed'>,
  field: string,
): unknown[] {
  const inputs = unconfirmed.get(field) ?? []
  unconfirmed.set(field, inputs)
  return inputs
}

type WrittenParts = Pick<PlacedWrite<never>, 'field' | 'parts'>

/** Whether a later write makes an earlier one obsolete: it writes the same field, or some of the same parts of it. */
export const isReplaced = (earlier: WrittenParts, later: WrittenParts): boolean =>
  earlier.field === later.field &&
  (!earlier.parts || earlier.parts.some((part) => later.parts?.includes(part) ?? true))
