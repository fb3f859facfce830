import type { ApiError } from '../../client/api-error.ts'
import { toApiError } from '../../client/to-api-error.ts'
import { invitationLimits } from '../../contract/invitation-limits.ts'
import type { InviteRequest, InviteResult } from '../../contract/invitation-writes.ts'
import { callHost } from '../core/call-host.ts'
import { cancelledError } from '../core/cancelled-error.ts'
import { newIntent } from '../core/new-intent.ts'
import { send } from '../core/send.ts'
import type { RosterState } from '../roster/roster-state.ts'
import { byEmail } from './by-email.ts'
import { invitationsOf } from './invitations-state.ts'
import { inviteOutcome } from './invite-outcome.ts'

/** What a sending is made of. */
export interface SendOptions {
  /** Whom to invite, each address once, in any number. */
  emails: readonly string[]
  settings: Omit<InviteRequest, 'emails'>
  /** Intents of earlier requests whose response was lost, by their content. */
  unconfirmed: Readonly<Record<string, string>>
  /** Ends it before the next request. */
  signal?: AbortSignal
  /** Called after each request. */
  onProgress?: (done: number) => void
}

/** What a sending has done. */
export interface SentInvitations {
  /** A result for each address that was answered. */
  results: readonly InviteResult[]
  /** Addresses whose request failed, with its error. */
  failed: readonly { email: string; error: ApiError }[]
  /** Why nothing was sent: the host's hook stopped it. */
  refused?: ApiError
  unconfirmed: Readonly<Record<string, string>>
}

/**
 * Invites many addresses, 200 in each request, between the host's hooks. A request whose response was lost is repeated as
 * it was, with its intent, so that nobody gets two emails. The first request that fails ends it, since the
 * others would fail in the same way.
 */
export async function sendInvitations(state: RosterState, options: SendOptions): Promise<SentInvitations> {
  const { emails, settings, unconfirmed } = options
  const write = { intent: newIntent(), emails, ...settings }
  try {
    const veto = await state.hooks().onBeforeInvite?.(write)
    if (veto?.cancel) throw cancelledError(veto.reason)
    state.signal.throwIfAborted()
  } catch (thrown) {
    const refused = toApiError(thrown, { signal: state.signal })
    void callHost(() => state.hooks().onAfterInvite?.(write, { ok: false, error: refused }))
    return { results: [], failed: [], refused, unconfirmed }
  }
  const sent = await sendChunks(state, write.intent, options)
  invitationsOf(state).writes.noteSaved({ movesRows: true })
  for (const resource of touched) void state.reread(resource)
  const [first] = sent.failed
  if (first?.error.code === 'role_not_found') void state.reread('roles')
  if (first?.error.code === 'team_not_found') void state.reread('teams')
  void callHost(() => state.hooks().onAfterInvite?.(write, { ok: true, value: inviteOutcome(emails, sent) }))
  return sent
}

const touched = ['invitationSettings', 'pendingInvitations'] as const

async function sendChunks(
  state: RosterState,
  intent: string,
  options: SendOptions,
): Promise<SentInvitations> {
  const { settings, signal } = options
  const invite = state.api.invitations?.invite
  const results: InviteResult[] = []
  const failed: { email: string; error: ApiError }[] = []
  const unconfirmed = { ...options.unconfirmed }
  const chunks = chunksOf(options)
  for (const [index, emails] of chunks.entries()) {
    const body = { emails, ...settings }
    const content = JSON.stringify(body)
    const chunkIntent = unconfirmed[content] ?? `${intent}.${index}`
    if (!invite || signal?.aborted) break
    delete unconfirmed[content]
    try {
      state.intents.add(chunkIntent)
      const answer = await send(state, { resource: 'invitations' }, state.signal, (signal) =>
        invite(body, { intent: chunkIntent, signal }),
      )
      results.push(...byEmail(emails, answer.results).values())
      options.onProgress?.(results.length)
    } catch (thrown) {
      const error = toApiError(thrown, { signal: state.signal })
      const isLost = error.status === undefined || error.status >= 500
      if (isLost) unconfirmed[content] = chunkIntent
      // A limit applies to all that are left. A lost response says nothing about them.
      const hit = error.code === 'rate_limited' ? chunks.slice(index).flat() : emails
      failed.push(...hit.map((email) => ({ email, error })))
      break
    }
  }
  return { results, failed, unconfirmed }
}

/** Requests whose response was lost first, as they were; then the others. */
function chunksOf({ emails, settings, unconfirmed }: SendOptions): (readonly string[])[] {
  const left = new Set(emails)
  const chunks: (readonly string[])[] = []
  for (const content of Object.keys(unconfirmed)) {
    const before = (JSON.parse(content) as InviteRequest).emails
    const isSame = JSON.stringify({ emails: before, ...settings }) === content
    if (!isSame || !before.every((email) => left.has(email))) continue
    for (const email of before) left.delete(email)
    chunks.push(before)
  }
  const others = [...left]
  for (let start = 0; start < others.length; start += invitationLimits.emails)
    chunks.push(others.slice(start, start + invitationLimits.emails))
  return chunks
}
