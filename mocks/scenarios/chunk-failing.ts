import { Refused } from '../../backend/core/ports/refused.ts'
import { fromThirdChunk } from './from-third-chunk.ts'
import type { Scenario } from './scenario.ts'
import { smallSteps } from './small-steps.ts'

/** A backend that fails at the third step of a selection, and works again after it. */
export const chunkFailing: Scenario = {
  store: smallSteps,
  network: fromThirdChunk(new Refused('internal'), () => false),
}
