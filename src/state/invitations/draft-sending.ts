import type { RosterState } from '../roster/roster-state.ts'
import type { DraftStore } from './draft-content.ts'
import type { InviteDraftSnapshot } from './invite-draft.ts'
import { type SendOptions, type SentInvitations, sendInvitations } from './send-invitations.ts'

/** Sends a draft, and counts what was sent. */
export interface DraftSending {
  /** How far it is; `null` while nothing is sent. */
  progress(): InviteDraftSnapshot['sending']
  send(batch: Pick<SendOptions, 'emails' | 'settings' | 'unconfirmed'>): Promise<SentInvitations>
  /** Ends it after the current request. */
  stop(): void
}

/** Creates the sending of a draft. `onProgress` is called when it begins and after each request. */
export function createDraftSending(
  state: RosterState,
  store: DraftStore,
  onProgress: () => void,
): DraftSending {
  const { works } = state
  let progress: InviteDraftSnapshot['sending'] = null
  let stopping = new AbortController()
  const stop = () => stopping.abort()
  return {
    progress: () => progress,
    stop,
    async send(batch) {
      stopping = new AbortController()
      const total = batch.emails.length
      const show = (done: number) => {
        progress = { done, total }
        works.set(store, { kind: 'invite', done, total, pause: stop })
        onProgress()
      }
      show(0)
      const outcome = await sendInvitations(state, { ...batch, signal: stopping.signal, onProgress: show })
      progress = null
      works.set(store, undefined)
      return outcome
    },
  }
}
