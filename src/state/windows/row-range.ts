import type { RowRange } from '../../base/row-range.ts'

/** The number of rows in a window. Windows begin at its multiples. */
export const windowSize = 50

/** The number of windows that are kept, and the most that a range can request. */
export const windowsKept = 24

const lastPosition = 1_000_000_000

/** Returns whole positions in order for any input. A range that is longer than what is kept is cut. */
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

/** The direction in which a range moves: 1 down, -1 up, 0 for a jump or no movement. */
export function directionOf(from: RowRange, to: RowRange): -1 | 0 | 1 {
  const touches = to.start <= from.end + windowSize && to.end >= from.start - windowSize
  if (!touches || to.start === from.start) return 0
  return to.start > from.start ? 1 : -1
}
