import type { Session } from '../../contract/session.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { createInviteDraft } from './create-invite-draft.ts'
import type { DraftStore } from './draft-content.ts'
import { draftStoreOf } from './draft-memory.ts'
import type { InviteDraft } from './invite-draft.ts'

const byState = new WeakMap<RosterState, Map<DraftStore, InviteDraft>>()

/** Returns the draft of a session. Every dialog of a provider shows the same one. */
export function draftOfSession(
  state: RosterState,
  session: Pick<Session, 'viewer' | 'company'>,
): InviteDraft {
  const drafts = byState.get(state) ?? new Map<DraftStore, InviteDraft>()
  byState.set(state, drafts)
  const store = draftStoreOf(state, session)
  const draft = drafts.get(store) ?? createInviteDraft(state, store)
  drafts.set(store, draft)
  return draft
}
