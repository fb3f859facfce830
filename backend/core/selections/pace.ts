import { lockedFor, mostRows } from './limits.ts'

/** The number of rows in a step, chosen so that the step locks its company for about the allowed time. */
export interface Pace {
  readonly rows: number
  /** Reports how long a step of some rows took, in ms. */
  took(rows: number, ms: number): void
}

const first = 100
const fewest = 10

/** Starts with small steps, and adapts to how long they take. */
export function createPace(): Pace {
  let rows = first
  return {
    get rows() {
      return rows
    },
    took(count, ms) {
      // A step with few rows, such as the last one, is a bad estimate.
      if (count < rows / 2) return
      const fitting = Math.floor((count * lockedFor) / Math.max(ms, 1))
      rows = Math.max(fewest, Math.min(mostRows, fitting, rows * 2))
    },
  }
}
