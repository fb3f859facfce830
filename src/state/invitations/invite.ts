import { ExplainedError } from '../../client/explained-error.ts'
import type { InviteRequest } from '../../contract/invitation-writes.ts'
import type { Outcome } from '../core/outcome.ts'
import type { InviteOutcome } from '../invitation-acts/invitation-hooks.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { inviteOutcome } from './invite-outcome.ts'
import { sendInvitations } from './send-invitations.ts'

/** Requests whose response was lost: the same call sends them again with the same intent. */
const unconfirmedOf = new WeakMap<RosterState, Readonly<Record<string, string>>>()

/** Invites any number of addresses, each with a result. Never rejects. */
export async function invite(
  state: RosterState,
  { emails, ...settings }: InviteRequest,
): Promise<Outcome<InviteOutcome>> {
  if (!state.api.invitations?.invite)
    return { ok: false, error: new ExplainedError('unsupported', 'The port has no invitations.invite().') }
  const sent = await sendInvitations(state, {
    emails,
    settings,
    unconfirmed: unconfirmedOf.get(state) ?? {},
  })
  unconfirmedOf.set(state, sent.unconfirmed)
  if (sent.refused) return { ok: false, error: sent.refused }
  return { ok: true, value: inviteOutcome(emails, sent) }
}
