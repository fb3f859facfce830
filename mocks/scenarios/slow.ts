import type { Scenario } from './scenario.ts'

/** The delay of each response, in ms. */
const delay = 1_500

/** A slow network. */
export const slow: Scenario = {
  network: (answer) => async (request) => {
    await new Promise((resolve) => setTimeout(resolve, delay))
    return answer(request)
  },
}
