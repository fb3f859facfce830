import type { Scenario } from './scenario.ts'

/** A backend that never responds. */
export const silent: Scenario = {
  network: () => () => new Promise(() => {}),
}
