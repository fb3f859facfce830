import type { ApiError } from '../../client/api-error.ts'
import type { FailedRow } from '../../contract/selections.ts'
import { isGone } from '../row-writes/is-gone.ts'
import type { FrozenHere } from './frozen-here.ts'
import type { FrozenRun } from './run-driver.ts'
import { reactionTo } from './run-reaction.ts'
import type { RunRows } from './run-rows.ts'

/** How many rows are changed at once. */
const together = 4

/** Carries a selection out with one call for each row, for a backend without selections. It can't be undone. */
export function singleCalls(rows: RunRows, { selection: first, ids }: FrozenHere): FrozenRun {
  let selection = first
  let waiting = ids
  /** Rows whose last call may have been carried out, although it failed. */
  const repeated = new Set<string>()
  /** Why the next step can't continue. The rows of this step that were done are reported first. */
  let obstacle: ApiError | undefined

  async function step() {
    const { action } = selection
    if (obstacle) {
      const error = obstacle
      obstacle = undefined
      throw error
    }
    const batch = waiting.slice(0, together)
    const call = (id: string) => (repeated.has(id) ? rows.repeat(id, action) : rows.change(id, action))
    const outcomes = await Promise.all(batch.map(call))
    const failed: FailedRow[] = []
    const left: string[] = []
    let error: ApiError | undefined
    for (const [index, outcome] of outcomes.entries()) {
      const id = batch[index] ?? ''
      if (outcome.ok || (action.kind === 'delete' && isGone(outcome.error))) continue
      if (stops(outcome.error)) {
        left.push(id)
        repeated.add(id)
        error ??= outcome.error
      } else failed.push(failedRow(rows, id, outcome.error))
    }
    if (error && left.length === batch.length) throw error
    obstacle = error
    waiting = [...left, ...waiting.slice(together)]
    const settled = batch.length - left.length
    selection = {
      ...selection,
      position: selection.position + settled,
      done: selection.done + settled - failed.length,
      failed: selection.failed + failed.length,
      state: waiting.length === 0 ? 'done' : 'running',
    }
    return { selection, failed, partial: [] }
  }

  return {
    selection,
    driver: {
      step,
      current: async () => selection,
      async stop() {
        selection = { ...selection, state: 'stopped' }
        return selection
      },
    },
  }
}

/** Whether a failure is about the connection or the session, so that the row isn't judged yet. */
const stops = (error: ApiError) =>
  error.status === 401 || error.code === 'aborted' || reactionTo(error, 0) !== 'pause'

function failedRow({ nameOf }: RunRows, id: string, error: ApiError): FailedRow {
  const { code, reason, params, userMessage: message } = error
  return { id, name: nameOf(id), code, reason, params: params && { ...params }, message }
}
