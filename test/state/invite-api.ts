import { ApiError } from '../../src/client/api-error.ts'
import type { InvitationsApi } from '../../src/client/invitations-api.ts'
import { parseEmailAddress } from '../../src/contract/email-address.ts'
import type { InviteRequest, InviteResult } from '../../src/contract/invitation-writes.ts'
import type { Invitation } from '../../src/contract/invitations.ts'

/** How the next request ends: done, lost on the way there or back, or refused. */
export type SendFate = 'answered' | 'lost' | 'unanswered' | ApiError

/** Invitations in memory, which fail on demand. A repeated intent gets its stored answer. */
export function createInviteApi() {
  const sent: string[] = []
  const requests: { intent: string; request: InviteRequest }[] = []
  const checked: (readonly string[])[] = []
  const fates: SendFate[] = []
  const refusals = new Map<string, { code: string; params?: Record<string, string> }>()
  const states = new Map<string, { state: string; userId?: string; invitationId?: string }>()
  const answers = new Map<string, InviteResult[]>()

  const inviteOne = (email: string): InviteResult => {
    const reading = parseEmailAddress(email)
    const key = reading.ok ? reading.address.key : email
    const refusal = refusals.get(key) ?? (sent.includes(key) ? { code: 'already_invited' } : undefined)
    if (refusal) return { email, ok: false, ...refusal }
    sent.push(key)
    return { email, ok: true, invitation: { id: `i-${key}`, email } as Invitation }
  }

  const api: Pick<Required<InvitationsApi>, 'invite' | 'check' | 'resend' | 'list' | 'get'> = {
    list: async () => ({ rows: [], total: 0, totalIs: 'exact', offset: 0, revision: '0' }),
    async check(emails) {
      checked.push(emails)
      return { results: emails.map((email) => ({ email, state: 'ok', ...states.get(email) })) }
    },
    async invite(request, { intent }) {
      const fate = fates.shift() ?? 'answered'
      if (fate === 'lost') throw new ApiError('network', 'lost on the way there')
      if (fate instanceof ApiError) throw fate
      requests.push({ intent, request })
      const results = answers.get(intent) ?? request.emails.map(inviteOne)
      answers.set(intent, results)
      if (fate === 'unanswered') throw new ApiError('timeout', 'lost on the way back')
      return { results }
    },
    resend: async (id) => ({ id }) as Invitation,
    get: async (id) => ({ id }) as Invitation,
  }
  return { api, sent, requests, checked, fates, refusals, states }
}
