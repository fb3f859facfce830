import type { Scenario } from './scenario.ts'

/** A viewer who may not see users. */
export const forbidden: Scenario = {
  company: ({ users: [viewer, ...others], ...seed }) => ({
    ...seed,
    users: viewer ? [{ ...viewer, roleId: 'agent' }, ...others] : others,
  }),
}
