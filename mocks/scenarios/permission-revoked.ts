import { Refused } from '../../backend/core/ports/refused.ts'
import { fromThirdChunk } from './from-third-chunk.ts'
import type { Scenario } from './scenario.ts'
import { smallSteps } from './small-steps.ts'

const params = { permission: 'Manage users', permissionId: 'manage_users' }

/** A viewer who loses the permission at the third step of a selection. */
export const permissionRevoked: Scenario = {
  store: smallSteps,
  network: fromThirdChunk(
    new Refused('missing_permission', { reason: 'missing_permission', params }),
    ({ url }) => !new URL(url).pathname.endsWith('/v1/session'),
  ),
}
