import { ExplainedError } from '../../client/explained-error.ts'
import {
  type SelectionAction,
  type SelectionRequest,
  selectionLimits,
} from '../../contract/selection-requests.ts'
import type { FrozenSelection, SkippedRows } from '../../contract/selections.ts'
import type { Session } from '../../contract/session.ts'
import { newIntent } from '../core/new-intent.ts'
import type { RosterState } from '../roster/roster-state.ts'
import type { RunRows } from './run-rows.ts'

/** A selection that this client has frozen, for a backend without selections. */
export interface FrozenHere {
  selection: FrozenSelection
  /** Ids of the allowed rows, in order. */
  ids: readonly string[]
}

/** Freezes a selection in the client: from then on its ids are fixed. */
export async function freezeHere(
  { queries, key, clock }: RosterState,
  rows: RunRows,
  of: SelectionRequest['of'],
  action: SelectionAction,
): Promise<FrozenHere> {
  const all = await idsOf(rows, of)
  if (all.length === 0) throw new ExplainedError('selection_empty', 'The selection is empty.')
  if (all.length > selectionLimits.ids)
    throw new ExplainedError('selection_too_large', `More than ${selectionLimits.ids} rows are selected.`)
  const skipped = new Map<string, SkippedRows>()
  const ids = all.filter((id) => {
    const denial = rows.denialOf(id, action)
    if (denial) {
      const { reason, params, message } = denial
      const key = JSON.stringify([reason, params, message])
      skipped.set(key, { reason, params, message, count: (skipped.get(key)?.count ?? 0) + 1 })
    }
    return denial === undefined
  })
  const viewer = queries.getQueryData<Session>(key('session'))?.viewer
  return {
    ids,
    selection: {
      id: newIntent(),
      resource: rows.resource,
      action,
      state: 'ready',
      total: all.length,
      allowed: ids.length,
      skipped: [...skipped.values()],
      impact: [],
      position: 0,
      done: 0,
      failed: 0,
      partial: 0,
      madeBy: { id: viewer?.id ?? '', name: viewer?.name },
      madeAt: new Date(clock.now()).toISOString(),
      remainingMs: Infinity,
    },
  }
}

/** Returns the ids of a selection. If all that match are selected, it stops after one more than can be changed. */
async function idsOf(rows: RunRows, of: SelectionRequest['of']): Promise<readonly string[]> {
  if ('ids' in of) return of.ids
  if (!('query' in of)) throw new ExplainedError('unsupported', 'The port has no selections.')
  const except = new Set(of.except)
  const ids = await rows.idsOf(of.query, selectionLimits.ids + except.size)
  return ids.filter((id) => !except.has(id))
}
