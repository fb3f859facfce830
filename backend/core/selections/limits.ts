const minute = 60_000
const hour = 60 * minute

/** How long selections live, in ms. */
export const selectionTimes = {
  /** To begin. */
  begin: 15 * minute,
  /** To continue, from the first step on. */
  continue: 24 * hour,
  /** To undo, from the end on. */
  undo: 10 * minute,
  /** Without a step, a run is paused. */
  pause: 30_000,
  /** To be listed. */
  list: 24 * hour,
  /** Until it is deleted: nothing can be done with it any more. */
  keep: 25 * hour,
} as const

/** The most rows of one step. */
export const mostRows = 500

/** How long one step may lock the company, in ms. */
export const lockedFor = 150

/** How many selections of the largest size a company keeps, by their rows. */
export const keptSelections = 20
