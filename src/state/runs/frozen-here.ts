import { isUnreadable } from '../../base/row-source.ts'
import { ExplainedError } from '../../client/explained-error.ts'
import type { Action } from '../../contract/actions.ts'
import { type Of, type SelectionAction, selectionLimits } from '../../contract/selection-requests.ts'
import type { FrozenSelection, SkippedRows } from '../../contract/selections.ts'
import type { Session } from '../../contract/session.ts'
import { newIntent } from '../core/new-intent.ts'
import type { RosterState } from '../roster/roster-state.ts'

type Denial = Extract<Action, { allowed: false }>

/** A selection that this client has frozen, for a backend without selections. */
export interface FrozenHere {
  selection: FrozenSelection
  /** Ids of the allowed rows, in order. */
  ids: readonly string[]
}

/** Freezes a selection in the client: from then on its ids are fixed. */
export async function freezeHere(state: RosterState, of: Of, action: SelectionAction): Promise<FrozenHere> {
  const all = await idsOf(state, of)
  if (all.length === 0) throw new ExplainedError('selection_empty', 'The selection is empty.')
  if (all.length > selectionLimits.ids)
    throw new ExplainedError('selection_too_large', `More than ${selectionLimits.ids} users are selected.`)
  const skipped = new Map<string, SkippedRows>()
  const ids = all.filter((id) => {
    const denial = denialOf(state, id, action)
    if (denial) {
      const { reason, params, message } = denial
      const key = JSON.stringify([reason, params, message])
      skipped.set(key, { reason, params, message, count: (skipped.get(key)?.count ?? 0) + 1 })
    }
    return denial === undefined
  })
  const viewer = viewerOf(state)
  return {
    ids,
    selection: {
      id: newIntent(),
      resource: 'users',
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
      madeAt: new Date(state.clock.now()).toISOString(),
      remainingMs: Number.POSITIVE_INFINITY,
    },
  }
}

const viewerOf = ({ queries, key }: RosterState) => queries.getQueryData<Session>(key('session'))?.viewer

/** Why a user is skipped, as far as it is known before the call. The server decides again. */
function denialOf(state: RosterState, id: string, action: SelectionAction): Denial | undefined {
  if (action.kind === 'delete' && id === viewerOf(state)?.id) return { allowed: false, reason: 'self' }
  const user = state.known.shown(id)
  const decision = user?.actions[action.kind === 'undo' || action.kind === 'resend' ? 'delete' : action.kind]
  return decision?.allowed === false ? decision : undefined
}

/** The ids of a selection; of all that match one more than can be changed is enough. */
async function idsOf({ api, signal }: RosterState, of: Of): Promise<readonly string[]> {
  if ('ids' in of) return of.ids
  if (!('query' in of)) throw new ExplainedError('unsupported', 'The port has no selections.')
  const { users } = api
  const except = new Set(of.except)
  const ids: string[] = []
  for (let offset = 0; ids.length <= selectionLimits.ids; ) {
    const read = users.ids ?? users.list
    const { rows, total } = await read(
      { ...of.query, offset, limit: users.ids ? selectionLimits.ids : 200 },
      { signal },
    )
    for (const row of rows) {
      const { id } = row
      if (id !== undefined && !(isUnreadable(row) && row.id === undefined) && !except.has(id)) ids.push(id)
    }
    offset += rows.length
    if (rows.length === 0 || offset >= total) break
  }
  return ids
}
