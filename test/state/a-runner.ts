import { expect } from 'vitest'
import { createReporter } from '../../src/state/core/reporter.ts'
import { createRosterState } from '../../src/state/roster/roster-state.ts'
import { selectionRunsOf } from '../../src/state/runs/selection-runs.ts'
import type { RosterHooks } from '../../src/state/user-acts/user-acts.ts'
import { createManualClock } from './manual-clock.ts'
import { createRunApi } from './run-api.ts'
import { createWriteApi } from './write-api.ts'

/** The deletion of users. */
export const remove = { kind: 'delete' } as const
/** The ids of all users. */
export const six = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5']

/** Runs over six users, and a server that a test can turn. */
export function aRunner({ hooks = {}, size }: { hooks?: RosterHooks; size?: number } = {}) {
  const server = createRunApi(size)
  const { api, others } = createWriteApi(6)
  const singly: string[] = []
  api.users.delete = async (id) => {
    singly.push(id)
    others.remove(id)
    return {}
  }
  const clock = createManualClock()
  const stateOf = (port = { ...api, selections: server.api }) =>
    createRosterState({
      api: port,
      epoch: 0,
      clock,
      reporter: createReporter(),
      reset: () => {},
      hooks: () => hooks,
    })
  const state = stateOf()
  return { server, clock, state, api, others, stateOf, singly, runs: selectionRunsOf(state) }
}

/** Lets the run work, and time pass where it waits. */
export async function settle(clock: { advance(ms: number): void }, isDone: () => boolean) {
  await expect
    .poll(() => {
      clock.advance(10_000)
      return isDone()
    })
    .toBe(true)
}
