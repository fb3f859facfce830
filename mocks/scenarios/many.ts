import type { Scenario } from './scenario.ts'

/** A company of 1,204 users, as it is seeded. */
export const many: Scenario = {}
