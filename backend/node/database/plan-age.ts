/** Decides when the connections of a pool plan their prepared statements again. */
export interface PlanAge {
  /** Whether the plans of a connection are too old. If so, its next plans count as new. */
  isOver(connection: object): boolean
}

const first = 1_000
const longest = 60_000

/**
 * A plan suits the sizes that its tables had. Tables grow fastest when they are new, so the plans of a connection last
 * for a second at first, then twice as long each time, and for a minute at most.
 */
export function createPlanAge(): PlanAge {
  const plans = new WeakMap<object, { since: number; last: number }>()
  return {
    isOver(connection) {
      const since = performance.now()
      const known = plans.get(connection)
      if (known && since - known.since < known.last) return false
      plans.set(connection, { since, last: known ? Math.min(longest, known.last * 2) : first })
      return known !== undefined
    },
  }
}
