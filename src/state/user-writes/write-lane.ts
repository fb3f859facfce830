import type { ApiError } from '../../client/api-error.ts'
import type { UserChange } from '../known-users/user-change.ts'
import type { Outcome } from '../user-acts/outcome.ts'
import type { PlacedWrite } from './placed-write.ts'

/** A write that waits or is under way. */
export interface QueuedWrite {
  write: PlacedWrite
  run(): Promise<void>
}

/** A write that failed. */
export interface FailedWrite {
  write: PlacedWrite
  error: ApiError
  retry(): Promise<Outcome<object>>
}

/** The writes of one user. One is sent at a time, and a failed one is kept until it is retried or dismissed. */
export interface WriteLane {
  queue: QueuedWrite[]
  isRunning: boolean
  failed: FailedWrite[]
  /** By field, the intent that was saved a moment ago. */
  saved: Map<string, string>
  /** By field, the inputs of writes whose response was lost. */
  unconfirmed: Map<string, unknown[]>
}

/** Creates the lane of a user without writes. */
export const createWriteLane = (): WriteLane => ({
  queue: [],
  isRunning: false,
  failed: [],
  saved: new Map(),
  unconfirmed: new Map(),
})

/** The changes that are being saved, in their order. */
export const changesOf = ({ queue }: WriteLane): UserChange[] =>
  queue.flatMap(({ write }) => write.change ?? [])

/** The inputs of a field's unconfirmed writes; the same array for the life of the lane. */
export function unconfirmedOf({ unconfirmed }: WriteLane, field: string): unknown[] {
  const inputs = unconfirmed.get(field) ?? []
  unconfirmed.set(field, inputs)
  return inputs
}

/** Whether a later write makes an earlier one obsolete: it writes the same field, or some of the same parts of it. */
export const isReplaced = (earlier: PlacedWrite, later: PlacedWrite): boolean =>
  earlier.field === later.field &&
  (!earlier.parts || earlier.parts.some((part) => later.parts?.includes(part) ?? true))
