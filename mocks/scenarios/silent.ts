import type { Scenario } from './scenario.ts'

/** A backend that never answers. */
export const silent: Scenario = {
  network: () => () => new Promise(() => {}),
}
