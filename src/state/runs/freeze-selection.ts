import { ExplainedError } from '../../client/explained-error.ts'
import { toApiError } from '../../client/to-api-error.ts'
import { type Of, type SelectionAction, selectionLimits } from '../../contract/selection-requests.ts'
import { newIntent } from '../core/new-intent.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { freezeHere } from './frozen-here.ts'
import type { FrozenRun } from './run-driver.ts'
import { serverDriver } from './server-driver.ts'
import { isGatedByUser, singleCalls } from './single-calls.ts'
import { watchedRun } from './watched-run.ts'

/** Freezes rows for an action: on the server, or here if the port or the host's hooks leave no other way. */
export async function freezeSelection(
  state: RosterState,
  of: Of,
  action: SelectionAction,
): Promise<FrozenRun> {
  const { selections } = state.api
  const named = 'ids' in of ? of.ids : 'except' in of ? of.except : []
  if (named.length > selectionLimits.ids)
    throw new ExplainedError('selection_too_large', `More than ${selectionLimits.ids} users are named.`)
  const here = () => freezeHere(state, of, action)
  if (!selections || isGatedByUser(state, action)) return singleCalls(state, await here())
  if (!selections.chunk && ('ids' in of || 'query' in of)) return watchedRun(state, selections, await here())
  try {
    const request = { resource: 'users', of, action } as const
    const selection = await selections.create(request, { intent: newIntent(), signal: state.signal })
    return { selection, driver: serverDriver(state, selections) }
  } catch (thrown) {
    if (toApiError(thrown).code !== 'unsupported') throw thrown
    return singleCalls(state, await here())
  }
}
