import { lockedFor, mostRows } from './limits.ts'

/** How many rows a step has, so that it locks its company for about as long as it may. */
export interface Pace {
  readonly rows: number
  /** Reports how long a step of some rows took, in ms. */
  took(rows: number, ms: number): void
}

const first = 100
const fewest = 10

/** Starts small, and follows what steps take. */
export function createPace(): Pace {
  let rows = first
  return {
    get rows() {
      return rows
    },
    took(count, ms) {
      // A step of a few rows, such as the last, says little.
      if (count < rows / 2) return
      const fitting = Math.floor((count * lockedFor) / Math.max(ms, 1))
      rows = Math.max(fewest, Math.min(mostRows, fitting, rows * 2))
    },
  }
}
