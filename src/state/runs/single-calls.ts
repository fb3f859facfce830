import type { ApiError } from '../../client/api-error.ts'
import { ExplainedError } from '../../client/explained-error.ts'
import type { SelectionAction } from '../../contract/selection-requests.ts'
import type { FailedRow, FrozenSelection } from '../../contract/selections.ts'
import type { Outcome } from '../core/outcome.ts'
import type { RosterState } from '../roster/roster-state.ts'
import type { FrozenHere } from './frozen-here.ts'
import type { FrozenRun } from './run-driver.ts'
import { reactionTo } from './run-reaction.ts'

/** How many users are changed at once. */
const together = 4

/** Carries a selection out with one call for each user, for a backend without selections. Nothing of it can be undone. */
export function singleCalls(state: RosterState, { selection: first, ids }: FrozenHere): FrozenRun {
  let selection = first

  async function step() {
    const { position, allowed } = selection
    const batch = ids.slice(position, position + together)
    const outcomes = await Promise.all(batch.map((id) => changeOne(state, id, selection.action)))
    const failed: FailedRow[] = []
    let done = 0
    for (const [index, outcome] of outcomes.entries()) {
      const id = batch[index] ?? ''
      if (outcome.ok) done += 1
      else if (reactionTo(outcome.error, 0) !== 'pause' || outcome.error.status === 401) throw outcome.error
      else failed.push(failedRow(state, id, outcome.error))
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

function changeOne(
  { writes }: RosterState,
  id: string,
  action: FrozenSelection['action'],
): Promise<Outcome<object>> {
  switch (action.kind) {
    case 'delete':
      return writes.deleteUser(id)
    case 'changeRole':
      return writes.changeRole(id, action.roleId)
    case 'changeTeams':
      return writes.changeTeams(id, action)
    default:
      throw new ExplainedError('unsupported', `A backend without selections can't ${action.kind}.`)
  }
}

function failedRow({ known }: RosterState, id: string, error: ApiError): FailedRow {
  const { code, reason, params, userMessage: message } = error
  return { id, name: known.shown(id)?.name ?? id, code, reason, params: params && { ...params }, message }
}

/** Whether a host has hooks for single users only: then each user is changed by a call that passes them. */
export function isGatedByUser({ hooks }: RosterState, { kind }: SelectionAction): boolean {
  const host = hooks()
  if (host.onBeforeSelection) return false
  switch (kind) {
    case 'delete':
      return Boolean(host.onBeforeDeleteUser ?? host.onAfterDeleteUser)
    case 'changeRole':
      return Boolean(host.onBeforeRoleChange ?? host.onAfterRoleChange)
    case 'changeTeams':
      return Boolean(host.onBeforeTeamsChange ?? host.onAfterTeamsChange)
    default:
      return false
  }
}
