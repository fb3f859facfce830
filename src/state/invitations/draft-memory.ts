import type { Session } from '../../contract/session.ts'
import type { StateCore } from '../core/state-core.ts'
import type { Clock } from '../environment/clock.ts'
import { createDraftStore, type DraftStore } from './draft-content.ts'

/** How long a draft is kept after its last change (ms). */
const kept = 12 * 3_600_000

interface KeptDraft {
  store: DraftStore
  changedAt: number
  /** The sign-ins in which it is used. A sign-out in any of them deletes it. */
  usedIn: WeakSet<StateCore>
}

/**
 * Drafts by company and account, in memory alone. They outlive a session that has expired and the provider, so that a
 * person who signs in again finds theirs; nobody else ever does. They aren't written to the browser's storage, where the next
 * person at the device could read them.
 */
const drafts = new Map<string, KeptDraft>()

/** Returns the draft of the viewer. It is forgotten when the person signs out, or 12 hours after its last change. */
export function draftStoreOf(
  state: StateCore,
  { viewer, company }: Pick<Session, 'viewer' | 'company'>,
): DraftStore {
  const { clock } = state
  const key = JSON.stringify([company.id, viewer.id, viewer.email])
  for (const [other, { changedAt }] of drafts) if (clock.now() - changedAt > kept) drafts.delete(other)
  const draft = drafts.get(key) ?? newDraft(clock)
  drafts.set(key, draft)
  if (!draft.usedIn.has(state)) {
    draft.usedIn.add(state)
    forgetOnSignOut(state, () => drafts.delete(key))
  }
  return draft.store
}

function newDraft(clock: Clock): KeptDraft {
  const draft: KeptDraft = {
    store: createDraftStore(() => {
      draft.changedAt = clock.now()
    }),
    changedAt: clock.now(),
    usedIn: new WeakSet(),
  }
  return draft
}

/** A reset is a sign-out, unless the session has ended in another way or another person's has begun. */
function forgetOnSignOut({ signal, reporter, clock }: StateCore, forget: () => void) {
  let isExpired = false
  let refusedAt = 0
  let reason: string | undefined
  const leave = reporter.subscribe((event) => {
    if (event.type === 'session.changed') isExpired = true
    if (event.type === 'session.ended') reason = event.reason
    if (event.type === 'request.failed' && event.error.status === 401) {
      isExpired = event.error.code !== 'signed_out'
      refusedAt = clock.now()
    }
    // The session goes on after a refusal, such as one of a proxy. What was requested before it doesn't prove that.
    const isLoaded = event.type === 'users.loaded' || event.type === 'invitations.loaded'
    if (isLoaded && clock.now() - event.ms >= refusedAt) isExpired = false
  })
  signal.addEventListener('abort', () => {
    leave()
    const isSignOut = reason === undefined ? !isExpired : reason === 'signed_out'
    if (isSignOut) forget()
  })
}
