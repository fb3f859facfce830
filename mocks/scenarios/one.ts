import type { Scenario } from './scenario.ts'

/** The viewer, alone. */
export const one: Scenario = {
  company: (seed) => ({ ...seed, users: seed.users.slice(0, 1) }),
}
