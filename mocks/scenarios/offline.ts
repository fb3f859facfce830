import type { Scenario } from './scenario.ts'

/** No network: requests fail without a response. */
export const offline: Scenario = {
  network: () => async () => Response.error(),
}
