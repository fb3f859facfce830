import type { RowRange } from '../../base/row-range.ts'

/** Rows of one window; windows begin at its multiples. */
export const windowSize = 50

/** Windows that are kept, and most that a range can ask for. */
export const windowsKept = 24

const lastPosition = 1_000_000_000

/** Whole positions in order, whatever was given; a range longer than what is kept is cut. */
export function toRange({ start, end }: RowRange): RowRange {
  const first = Math.min(lastPosition, Math.max(0, Math.floor(start) || 0))
  const longest = first + (windowsKept - 1) * windowSize
  return { start: first, end: Math.min(longest, Math.max(first + 1, Math.ceil(end) || 0)) }
}

/** The windows that hold a range, by number. */
export function windowsOf({ start, end }: RowRange): number[] {
  const first = Math.floor(start / windowSize)
  const last = Math.floor((end - 1) / windowSize)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Where a range moves on to: 1 down, -1 up, 0 for a jump or for staying. */
export function directionOf(from: RowRange, to: RowRange): -1 | 0 | 1 {
  const touches = to.start <= from.end + windowSize && to.end >= from.start - windowSize
  if (!touches || to.start === from.start) return 0
  return to.start > from.start ? 1 : -1
}
