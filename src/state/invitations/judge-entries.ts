import type { InviteAddress } from '../../base/invite-address.ts'
import { judgeDomain } from '../../contract/domain-rules.ts'
import type { InvitationSettings } from '../../contract/invitation-settings.ts'
import type { KnownCheck } from './address-checks.ts'
import type { DraftEntry } from './draft-content.ts'

/** What addresses are judged by. */
export interface JudgeFacts {
  /** What the server has said about addresses, by their keys. */
  checks: ReadonlyMap<string, KnownCheck>
  settings: InvitationSettings | null
  now: number
}

/** How many characters are shown of a text that isn't an address. Someone may have pasted a whole document. */
const mostShown = 320

/** Judges each address: whether it is sent next, and if not, why. */
export function judgeEntries(entries: readonly DraftEntry[], facts: JudgeFacts): InviteAddress[] {
  const seen = new Set<string>()
  return entries.map((entry) => {
    const { id, reading } = entry
    if (!reading.ok)
      return { id, text: reading.typed.slice(0, mostShown), state: 'wrong', failure: { code: reading.fault } }
    const { typed: text, address, key, domain } = reading.address
    const shown = { id, text, readAs: address.toLowerCase() === text.toLowerCase() ? undefined : address }
    if (seen.has(key)) return { ...shown, state: 'twice', failure: { code: 'duplicate_email' } }
    seen.add(key)
    return { ...shown, ...judge(entry, domain, facts.checks.get(key), facts) }
  })
}

type Verdict = Pick<InviteAddress, 'state' | 'failure' | 'wasTried' | 'waitMs' | 'userId' | 'invitationId'>

function judge(entry: DraftEntry, domain: string, check: KnownCheck | undefined, facts: JudgeFacts): Verdict {
  const { failure, failedAt = 0, retryAt, userId, invitationId } = entry
  const state = stateOf(failure?.code ?? '')
  // Such as an invitation that was deleted since. What isn't the address's own stays until it is tried again.
  const isOutdated = isOfAddress(state) && check !== undefined && check.askedAt > failedAt
  if (failure && !isOutdated) {
    if (state !== 'waiting') return { state, failure, wasTried: true, userId, invitationId }
    const waitMs = retryAt === undefined ? undefined : retryAt - facts.now
    return waitMs !== undefined && waitMs <= 0 ? { state: 'retry' } : { state, failure, waitMs }
  }
  const verdict = judgeDomain(facts.settings ?? {}, domain)
  if (!verdict.allowed) {
    const { rule } = verdict
    return rule === undefined
      ? { state: 'wrong', failure: { code: 'domain_not_allowed' } }
      : { state: 'wrong', failure: { code: 'domain_blocked', params: { rule } } }
  }
  const checked = stateOf(check?.state ?? 'ok')
  // Limits and outages may be over by then, so the address is sent.
  if (!check || check.state === 'ok' || !isOfAddress(checked)) return { state: 'ready' }
  const failed = { code: check.state, params: check.params }
  return { state: checked, failure: failed, userId: check.userId, invitationId: check.invitationId }
}

/** Whether a state says something about the address itself. */
const isOfAddress = (state: InviteAddress['state']) => state !== 'waiting' && state !== 'retry'

/** The state of an address with a failure. A failure that isn't about the address itself may be over at the next try. */
function stateOf(code: string): InviteAddress['state'] {
  switch (code) {
    case 'already_user':
    case 'already_invited':
      return 'known'
    case 'rate_limited':
      return 'waiting'
    case 'invalid_email':
    case 'domain_blocked':
    case 'domain_not_allowed':
      return 'wrong'
    case 'duplicate_email':
      return 'twice'
    default:
      return 'retry'
  }
}
