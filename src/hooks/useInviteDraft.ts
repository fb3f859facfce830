import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { InvitationSettings } from '../contract/invitation-settings.ts'
import { draftOfSession } from '../state/invitations/draft-of-session.ts'
import type { InviteDraft, InviteDraftSnapshot } from '../state/invitations/invite-draft.ts'
import { useRosterState } from './RosterContext.ts'
import { useInvitationSettings } from './useInvitationSettings.ts'
import { useViewer } from './useViewer.ts'

/** What {@link useInviteDraft} returns: the draft as it is, and what can be done with it. Its functions are stable. */
export interface InviteDraftResult
  extends InviteDraftSnapshot,
    Omit<InviteDraft, 'getSnapshot' | 'subscribe' | 'setSettings'> {
  /** Domain rules, seats and the state of email; `null` while they aren't known. */
  settings: InvitationSettings | null
}

const nowhere = () => () => {}

/**
 * The invitations that the viewer is preparing: addresses as they are typed, pasted or read from a file, each checked, and
 * their sending. The draft is kept in memory by company and account: it survives a closed dialog and an expired session,
 * and goes with a sign-out or a page load. `undefined` until the viewer is known, and where the port can't invite.
 */
export function useInviteDraft(): InviteDraftResult | undefined {
  const state = useRosterState('useInviteDraft')
  const { viewer, company, capabilities } = useViewer()
  const isOffered = state.api.invitations?.invite !== undefined && capabilities.invitations
  const { settings } = useInvitationSettings()
  const draft = useMemo(
    () => (isOffered && viewer && company ? draftOfSession(state, { viewer, company }) : undefined),
    [state, isOffered, viewer, company],
  )
  useEffect(() => draft?.setSettings(settings), [draft, settings])
  const read = () => draft?.getSnapshot()
  const snapshot = useSyncExternalStore(draft?.subscribe ?? nowhere, read, read)
  if (!draft || !snapshot) return undefined
  const { getSnapshot: _, subscribe: __, setSettings: ___, ...actions } = draft
  return { ...snapshot, ...actions, settings }
}
