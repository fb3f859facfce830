import type { Scenario } from './scenario.ts'

/** Milliseconds that each answer takes. */
const delay = 1_500

/** A slow line. */
export const slow: Scenario = {
  network: (answer) => async (request) => {
    await new Promise((resolve) => setTimeout(resolve, delay))
    return answer(request)
  },
}
