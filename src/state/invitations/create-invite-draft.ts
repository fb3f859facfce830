import type { Failure } from '../../base/failure.ts'
import { isSendable } from '../../base/invite-address.ts'
import { isPartLoadError } from '../../base/part-load-error.ts'
import { createSubscribable } from '../../base/subscribable.ts'
import type { ApiError } from '../../client/api-error.ts'
import type { InvitationSettings } from '../../contract/invitation-settings.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { Outcome } from '../core/outcome.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { createAddressChecks } from './address-checks.ts'
import {
  addText,
  editEntry,
  largestFile,
  openFile,
  removeEntries,
  withColumn,
  withInvited,
  withoutFile,
} from './draft-changes.ts'
import type { DraftContent, DraftEntry, DraftStore } from './draft-content.ts'
import { draftRequest } from './draft-request.ts'
import { createDraftSending } from './draft-sending.ts'
import { invitationsOf } from './invitations-state.ts'
import type { InviteDraft, InviteDraftSnapshot, SentDraft } from './invite-draft.ts'
import { isDraftDone } from './is-draft-done.ts'
import { judgeEntries } from './judge-entries.ts'
import { mergeResults } from './merge-results.ts'
import type { SentInvitations } from './send-invitations.ts'

const nothingSent: SentDraft = { invited: 0, total: 0, isDone: false }

/** Creates the draft of a session over what the person has entered. */
export function createInviteDraft(state: RosterState, store: DraftStore): InviteDraft {
  const { api, clock } = state
  const listeners = createSubscribable()
  const checks = createAddressChecks(state)
  const sending = createDraftSending(state, store, refresh)
  let settings: InvitationSettings | null = null
  let error: Failure | null = null
  let opened = 0
  let callOffWait = () => {}
  let leave = () => {}
  let shown = store.get()
  let snapshot = take()

  function judge(entries: readonly DraftEntry[]) {
    return judgeEntries(entries, { checks: checks.get(), settings, now: clock.now() })
  }

  function take(): InviteDraftSnapshot {
    const { entries, unconfirmed: _, ...content } = store.get()
    const addresses = judge(entries)
    const counted = content.text.trim() === '' || content.tooMany ? addresses : judge(withText().entries)
    const ready = counted.filter(isSendable).length
    return {
      ...content,
      addresses,
      ready,
      notSent: counted.length - ready,
      sending: sending.progress(),
      error,
    }
  }

  /** The content as it would be with the text of the field turned into addresses. */
  function withText(): DraftContent {
    const content = store.get()
    return content.text.trim() === '' ? content : { ...content, ...addText(content, content.text, 'typed') }
  }

  function update() {
    shown = store.get()
    snapshot = take()
  }

  function refresh() {
    update()
    if (listeners.size > 0) prepare()
    listeners.notify()
  }

  /** Checks the addresses that are shown, and judges them again when one of them has waited long enough. */
  function prepare() {
    const keys = shown.entries.flatMap(({ reading }) => (reading.ok ? [reading.address.key] : []))
    checks.want([...new Set(keys)])
    wakeForRetry()
  }

  function wakeForRetry() {
    callOffWait()
    const waits = snapshot.addresses.flatMap(({ waitMs }) => waitMs ?? [])
    if (waits.length > 0) callOffWait = clock.after(Math.min(...waits), refresh)
  }

  // The content outlives the provider, so a draft that nothing shows must not listen to it.
  function subscribe(listener: () => void) {
    const remove = listeners.subscribe(listener)
    if (listeners.size === 1) {
      const removals = [store.subscribe(refresh), checks.subscribe(refresh)]
      leave = () => {
        for (const each of removals) each()
        callOffWait()
      }
      update()
      prepare()
    }
    return () => {
      remove()
      if (listeners.size === 0) leave()
    }
  }

  function getSnapshot() {
    if (shown !== store.get()) update()
    return snapshot
  }

  function change(content: Partial<DraftContent>) {
    error = null
    store.set(content)
  }

  const setText = (text: string) => change({ text, tooMany: undefined })
  const addTextToDraft = (text: string) => change(addText(store.get(), text, 'pasted'))

  /** Turns the text into addresses. False if there are too many, or a part of it isn't an address. */
  function commit(): boolean {
    const before = store.get()
    if (before.text.trim() === '') return true
    const added = addText(before, before.text, 'typed')
    change(added)
    if (added.tooMany || (added.named !== before.named && added.named?.length)) return false
    return (added.entries ?? []).slice(before.entries.length).every(({ reading }) => reading.ok)
  }

  async function send(): Promise<SentDraft> {
    if (sending.progress() || !commit()) return nothingSent
    const content = store.get()
    const { sent, settings } = draftRequest(content, take().addresses)
    if (sent.size === 0) return nothingSent
    error = null
    const { unconfirmed } = content
    const outcome = await sending.send({ emails: [...sent.keys()], settings, unconfirmed })
    const invited = finish(sent, outcome)
    const left = store.get()
    return { invited, total: invited + left.entries.length, isDone: isDraftDone(left) }
  }

  function finish(sent: ReadonlyMap<string, string>, outcome: SentInvitations) {
    const content = store.get()
    const [failed] = outcome.failed
    const whole = outcome.refused ?? (failed && !isOfAddress(failed.error) ? failed.error : null)
    const results = whole ? { ...outcome, failed: [] } : outcome
    const left = withInvited(content, mergeResults(content.entries, sent, results, clock.now()))
    error = whole
    const invited = outcome.results.filter(({ ok }) => ok).length
    if (isDraftDone(left)) store.clear()
    else {
      const result = invited > 0 ? { invited, total: invited + left.entries.length } : null
      store.set({ ...left, unconfirmed: outcome.unconfirmed, result })
    }
    return invited
  }

  async function open(file: File) {
    opened += 1
    const own = opened
    const { name } = file
    try {
      if (file.size > largestFile) error = { code: 'file_too_large', params: { name } }
      else {
        const read = await openFile(store.get, file)
        // A file that was dropped later may have been read sooner.
        if (own === opened) change(read)
        return
      }
    } catch (thrown) {
      error = isPartLoadError(thrown) ? { code: 'network' } : { code: 'file_unreadable', params: { name } }
    }
    refresh()
  }

  async function resend(invitationId: string): Promise<Outcome<Invitation>> {
    const outcome = await invitationsOf(state).writes.resend(invitationId)
    if (outcome.ok) {
      const ids = take().addresses.flatMap((address) =>
        address.invitationId === invitationId ? address.id : [],
      )
      change(removeEntries(store.get(), new Set(ids)))
    } else {
      error = outcome.error
      refresh()
    }
    return outcome
  }

  return {
    getSnapshot,
    subscribe,
    setText,
    addText: addTextToDraft,
    commitText: () => void commit(),
    remove: (ids) => change(removeEntries(store.get(), new Set(ids))),
    edit: (id) => change(editEntry(withText(), id)),
    openFile: open,
    chooseColumn: (column) => change(withColumn(store.get(), column)),
    removeFile: () => change(withoutFile(store.get())),
    removeNamed: () => change({ named: [] }),
    setRole: (roleId) => change({ roleId }),
    setTeams: (teamIds) => change({ teamIds }),
    setMessage: (message) => change({ message }),
    send,
    canResend: api.invitations?.resend !== undefined,
    resend,
    stop: sending.stop,
    recheck: checks.forget,
    setSettings(next) {
      if (next === settings) return
      settings = next
      refresh()
    },
  }
}

/** Whether a failed request says nothing more than that its addresses have to be tried again. */
const isOfAddress = ({ code, status }: Pick<ApiError, 'code' | 'status'>) =>
  code === 'rate_limited' || status === undefined || status >= 500
