import { ExplainedError } from '../../client/explained-error.ts'
import type { InviteRequest } from '../../contract/invitation-writes.ts'
import type { Outcome } from '../core/outcome.ts'
import type { InviteOutcome } from '../invitation-acts/invitation-hooks.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { inviteOutcome } from './invite-outcome.ts'
import { sendInvitations } from './send-invitations.ts'

/** Intents by the content of their requests. */
type Intents = Readonly<Record<string, string>>

/** Requests whose response was lost: the same call sends them again with the same intent. */
const unconfirmedOf = new WeakMap<RosterState, Intents>()

/** Invites any number of addresses, each with a result. Never rejects. */
export async function invite(
  state: RosterState,
  { emails, ...settings }: InviteRequest,
): Promise<Outcome<InviteOutcome>> {
  if (!state.api.invitations?.invite)
    return { ok: false, error: new ExplainedError('unsupported', 'The port has no invitations.invite().') }
  const unconfirmed = unconfirmedOf.get(state) ?? {}
  const sent = await sendInvitations(state, { emails, settings, unconfirmed })
  note(state, unconfirmed, sent.unconfirmed)
  if (sent.refused) return { ok: false, error: sent.refused }
  return { ok: true, value: inviteOutcome(emails, sent) }
}

/** Notes what a call has changed. Other calls, which ran at the same time, have noted theirs. */
function note(state: RosterState, before: Intents, after: Intents) {
  const isBefore = new Set(Object.keys(before))
  const others = Object.entries(unconfirmedOf.get(state) ?? {}).filter(
    ([content]) => !isBefore.has(content) || content in after,
  )
  const added = Object.entries(after).filter(([content]) => !isBefore.has(content))
  unconfirmedOf.set(state, Object.fromEntries([...others, ...added]))
}
