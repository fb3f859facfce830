import type { Scenario } from './scenario.ts'

/** A company with the viewer as its only user. */
export const one: Scenario = {
  company: (seed) => ({ ...seed, users: seed.users.slice(0, 1), invitations: [] }),
}
