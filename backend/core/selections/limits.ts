const minute = 60_000
const hour = 60 * minute

/** How long selections live, in ms. */
export const selectionTimes = {
  /** The time to start it. */
  begin: 15 * minute,
  /** The time to continue it, from the first step on. */
  continue: 24 * hour,
  /** The time to undo it, from its end on. */
  undo: 10 * minute,
  /** Without a step for this long, a run counts as paused. */
  pause: 30_000,
  /** How long it is listed. */
  list: 24 * hour,
  /** How long it is kept. Afterwards it can't be used any more. */
  keep: 25 * hour,
} as const

/** The most rows of one step. */
export const mostRows = 500

/** How long one step may lock the company, in ms. */
export const lockedFor = 150

/** How many selections of the largest size a company keeps, by their rows. */
export const keptSelections = 20
