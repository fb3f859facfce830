import { chunkFailing } from './chunk-failing.ts'
import { empty } from './empty.ts'
import { error } from './error.ts'
import { forbidden } from './forbidden.ts'
import { halfFailing } from './half-failing.ts'
import { lying } from './lying.ts'
import { many } from './many.ts'
import { million } from './million.ts'
import { offline } from './offline.ts'
import { one } from './one.ts'
import { permissionRevoked } from './permission-revoked.ts'
import { rateLimited } from './rate-limited.ts'
import type { Scenario } from './scenario.ts'
import { seatsFull } from './seats-full.ts'
import { selectionExpired } from './selection-expired.ts'
import { sessionEnding } from './session-ending.ts'
import { silent } from './silent.ts'
import { slow } from './slow.ts'
import { slowRuns } from './slow-runs.ts'

/** The name of a scenario: what users there are, what the viewer may do, or how the network behaves. */
export type ScenarioName =
  | 'empty'
  | 'one'
  | 'many'
  | 'million'
  | 'slow'
  | 'silent'
  | 'offline'
  | 'forbidden'
  | 'error'
  | 'rate-limited'
  | 'half-failing'
  | 'lying'
  | 'chunk-failing'
  | 'session-ending'
  | 'permission-revoked'
  | 'selection-expired'
  | 'slow-runs'
  | 'seats-full'

/** Every scenario by its name. */
export const scenarios: Record<ScenarioName, Scenario> = {
  empty,
  one,
  many,
  million,
  slow,
  silent,
  offline,
  forbidden,
  error,
  'rate-limited': rateLimited,
  'half-failing': halfFailing,
  lying,
  'chunk-failing': chunkFailing,
  'session-ending': sessionEnding,
  'permission-revoked': permissionRevoked,
  'selection-expired': selectionExpired,
  'slow-runs': slowRuns,
  'seats-full': seatsFull,
}
