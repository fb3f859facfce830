import type { Scenario } from './scenario.ts'

/** The default company of 1,204 users. */
export const many: Scenario = {}
