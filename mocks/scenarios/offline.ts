import type { Scenario } from './scenario.ts'

/** No network: requests fail without an answer. */
export const offline: Scenario = {
  network: () => async () => Response.error(),
}
