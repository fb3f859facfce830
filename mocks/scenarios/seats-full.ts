import type { Scenario } from './scenario.ts'

/** A company whose seats are all taken. */
export const seatsFull: Scenario = {
  company: (seed) => ({ ...seed, seats: seed.users.length }),
}
