import { ExplainedError } from '../../client/explained-error.ts'
import { toApiError } from '../../client/to-api-error.ts'
import {
  type SelectionAction,
  type SelectionRequest,
  selectionLimits,
} from '../../contract/selection-requests.ts'
import { newIntent } from '../core/new-intent.ts'
import { send } from '../core/send.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { freezeHere } from './frozen-here.ts'
import type { FrozenRun } from './run-driver.ts'
import type { RunRows } from './run-rows.ts'
import { serverDriver } from './server-driver.ts'
import { singleCalls } from './single-calls.ts'
import { watchedRun } from './watched-run.ts'

/** Freezes rows for an action on the server, or in the client if the port or the host's hooks require it. */
export async function freezeSelection(
  state: RosterState,
  rows: RunRows,
  of: SelectionRequest['of'],
  action: SelectionAction,
): Promise<FrozenRun> {
  const { api, hooks, signal } = state
  const { selections } = api
  const named = 'ids' in of ? of.ids : 'except' in of ? of.except : []
  if (named.length > selectionLimits.ids)
    throw new ExplainedError('selection_too_large', `More than ${selectionLimits.ids} rows are named.`)
  const here = () => freezeHere(state, rows, of, action)
  const isGated = !hooks().onBeforeSelection && rows.isGatedByRow(action)
  if (!selections || isGated) return singleCalls(rows, await here())
  if (!selections.chunk && ('ids' in of || 'query' in of)) return watchedRun(state, selections, await here())
  try {
    const request = { resource: rows.resource, of, action } as SelectionRequest
    const selection = await send(state, { resource: 'selections' }, signal, () =>
      selections.create(request, { intent: newIntent(), signal }),
    )
    return { selection, driver: serverDriver(state, selections) }
  } catch (thrown) {
    if (toApiError(thrown).code !== 'unsupported') throw thrown
    return singleCalls(rows, await here())
  }
}
