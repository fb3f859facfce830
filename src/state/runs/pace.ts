/** Estimates how long the rest of a run takes, from its own last steps. */
export interface Pace {
  /** Notes a position at a time (ms). */
  note(position: number, now: number): void
  /** Forgets the steps before a wait, since the wait would distort the estimate. */
  restart(): void
  /** Milliseconds until `end` is reached; `null` until enough has been seen. */
  restMs(end: number): number | null
}

/** The number of recent steps in the estimate. */
const lookedBack = 8

/** How long it must have run before it is estimated (ms). */
const shortest = 1_000

/** Creates an estimate without steps. */
export function createPace(): Pace {
  let steps: { position: number; at: number }[] = []
  return {
    note(position, now) {
      steps = [...steps, { position, at: now }].slice(-lookedBack)
    },
    restart() {
      steps = []
    },
    restMs(end) {
      const [first] = steps
      const last = steps.at(-1)
      if (!first || !last || last.at - first.at < shortest || last.position <= first.position) return null
      const perRow = (last.at - first.at) / (last.position - first.position)
      return Math.max(0, end - last.position) * perRow
    },
  }
}
