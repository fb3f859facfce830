import { Refused } from '../../backend/core/ports/refused.ts'
import { fromThirdChunk } from './from-third-chunk.ts'
import type { Scenario } from './scenario.ts'
import { smallSteps } from './small-steps.ts'

/** A session that ends at the third step of a selection. */
export const sessionEnding: Scenario = {
  store: smallSteps,
  network: fromThirdChunk(new Refused('session_revoked'), () => true),
}
