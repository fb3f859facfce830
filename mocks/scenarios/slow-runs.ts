import { isChunk } from './is-chunk.ts'
import type { Scenario } from './scenario.ts'
import { smallSteps } from './small-steps.ts'

/** The delay of each step, in ms. */
const delay = 700

/** A backend that takes its time over each step of a selection. */
export const slowRuns: Scenario = {
  store: smallSteps,
  network: (answer) => async (request) => {
    if (isChunk(request)) await new Promise((resolve) => setTimeout(resolve, delay))
    return answer(request)
  },
}
