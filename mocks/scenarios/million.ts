import { millionUsers } from '../million/million-users.ts'
import type { Scenario } from './scenario.ts'

/** A company of a million users. Each is computed when it is read. */
export const million: Scenario = { users: millionUsers }
