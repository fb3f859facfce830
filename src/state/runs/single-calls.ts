import type { ApiError } from '../../client/api-error.ts'
import type { FailedRow } from '../../contract/selections.ts'
import type { FrozenHere } from './frozen-here.ts'
import type { FrozenRun } from './run-driver.ts'
import { reactionTo } from './run-reaction.ts'
import type { RunRows } from './run-rows.ts'

/** How many rows are changed at once. */
const together = 4

/** Carries a selection out with one call for each row, for a backend without selections. It can't be undone. */
export function singleCalls(rows: RunRows, { selection: first, ids }: FrozenHere): FrozenRun {
  let selection = first

  async function step() {
    const { position, allowed } = selection
    const batch = ids.slice(position, position + together)
    const outcomes = await Promise.all(batch.map((id) => rows.change(id, selection.action)))
    const failed: FailedRow[] = []
    let done = 0
    for (const [index, outcome] of outcomes.entries()) {
      const id = batch[index] ?? ''
      if (outcome.ok) done += 1
      else if (reactionTo(outcome.error, 0) !== 'pause' || outcome.error.status === 401) throw outcome.error
      else failed.push(failedRow(rows, id, outcome.error))
    }
    const next = position + batch.length
    selection = {
      ...selection,
      position: next,
      done: selection.done + done,
      failed: selection.failed + failed.length,
      state: next >= allowed ? 'done' : 'running',
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

function failedRow({ nameOf }: RunRows, id: string, error: ApiError): FailedRow {
  const { code, reason, params, userMessage: message } = error
  return { id, name: nameOf(id), code, reason, params: params && { ...params }, message }
}
