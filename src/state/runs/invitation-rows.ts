import { ExplainedError } from '../../client/explained-error.ts'
import type { InvitationsQuery } from '../../contract/invitations-query.ts'
import { invitationsOf } from '../invitations/invitations-state.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { readIds } from './read-ids.ts'
import type { RunRows } from './run-rows.ts'

/** Invitations, as runs change them. */
export function invitationRows(state: RosterState): RunRows {
  const store = invitationsOf(state)
  const { known, writes } = store
  const change: RunRows['change'] = (id, { kind }) => {
    switch (kind) {
      case 'delete':
        return writes.deleteInvitation(id)
      case 'resend':
        return writes.resend(id)
      default:
        throw new ExplainedError('unsupported', `Invitations can't be changed by ${kind}.`)
    }
  }
  return {
    resource: 'invitations',
    idsOf: (query: InvitationsQuery, most) => readIds(store, query, { most, signal: state.signal }),
    denialOf(id, { kind }) {
      const decision = known.shown(id)?.actions[kind === 'resend' ? 'resend' : 'delete']
      return decision?.allowed === false ? decision : undefined
    },
    nameOf: (id) => known.shown(id)?.email ?? id,
    change,
    async repeat(id, action) {
      const outcomes = await writes.retry(id, action.kind === 'resend' ? 'sending' : 'deletion')
      return outcomes.at(-1) ?? change(id, action)
    },
    isGatedByRow({ kind }) {
      const host = state.hooks()
      if (kind === 'delete') return Boolean(host.onBeforeDeleteInvitation ?? host.onAfterDeleteInvitation)
      return kind === 'resend' && Boolean(host.onBeforeResend ?? host.onAfterResend)
    },
    noteSaved: () => writes.noteSaved({ movesRows: true }),
    touches: ['invitation', 'invitationActivity', 'invitationSettings', 'pendingInvitations', 'selections'],
  }
}
