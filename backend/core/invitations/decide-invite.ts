import type { InviteRequest } from '@aicx/roster/contract'
import { type EmailAddress, parseEmailAddress } from '../../../src/contract/email-address.ts'
import type { AuditEntry, Change, Facts, Refusal } from '../ports/write.ts'
import type { Rule } from '../rules/rule.ts'
import { seatsRefusal } from '../rules/seats-refusal.ts'
import { addressRefusal } from './address-refusal.ts'
import { type Grant, judgeGrant } from './judge-grant.ts'
import { limitRefusal } from './limit-refusal.ts'
import { invitationTimes } from './limits.ts'

/** The result for each address, in order. It contains only ids, since stored responses contain no personal data. */
export type InviteAnswer = ({ ok: true; id: string } | ({ ok: false } & InviteRefusal))[]

type InviteRefusal = Pick<Refusal, 'code' | 'reason' | 'params'>

/** The keys of the addresses of a request, without invalid ones. */
export const keysOf = (emails: readonly string[]): string[] => [
  ...new Set(emails.flatMap((email) => addressOf(email)?.key ?? [])),
]

/**
 * Invites addresses, each with a separate result: if one is refused, the others are still invited. The caller passes
 * the ids, since a rule is pure. The whole request is refused if the actor may not invite anyone, or if the limit of
 * the person or the company is reached.
 */
export const decideInvite =
  (request: InviteRequest, ids: readonly string[]): Rule<InviteAnswer> =>
  (facts, product) => {
    const { roleId, teamIds = [] } = request
    const grant = judgeGrant(facts, { roleId, teamIds }, product)
    if ('refused' in grant) return grant
    const usedUp = requestRefusal(facts, 0)
    if (usedUp) return { refused: usedUp }

    const changes: Change[] = []
    const audit: AuditEntry[] = []
    const seen = new Set<string>()
    let invited = 0
    const answer = request.emails.map((email, index): InviteAnswer[number] => {
      const address = addressOf(email)
      const refused = refusalOf(facts, address, seen, invited)
      if (!address || refused) return { ok: false, ...(refused ?? invalid(email)) }
      const id = ids[index]
      if (id === undefined) throw new Error('An id is missing.')
      invited++
      const lapsed = facts.invitations.byKey.get(address.key)?.invitation
      if (lapsed) {
        changes.push({ kind: 'end_invitation', invitationId: lapsed.id, as: 'replaced', userId: null })
        audit.push({ action: 'invitation_replaced', targetId: lapsed.id })
      }
      changes.push({
        kind: 'invite',
        invitationId: id,
        invitation: invitationOf(id, address, grant, request, facts.now),
      })
      audit.push({
        action: 'invitation_created',
        targetId: id,
        after: { roleId: grant.roleId, teamIds: grant.teamIds },
      })
      return { ok: true, id }
    })
    return { changes, audit, answer }
  }

function addressOf(email: string): EmailAddress | undefined {
  const reading = parseEmailAddress(email)
  return reading.ok ? reading.address : undefined
}

function invalid(email: string): InviteRefusal {
  const reading = parseEmailAddress(email)
  return { code: 'invalid_email', ...(!reading.ok && { reason: reading.fault }) }
}

/** Earlier addresses of the same request count as invited. */
function refusalOf(
  facts: Facts,
  address: EmailAddress | undefined,
  seen: Set<string>,
  invited: number,
): InviteRefusal | undefined {
  if (!address) return undefined
  if (seen.has(address.key)) return { code: 'duplicate_email' }
  seen.add(address.key)
  const { now, seats, invitations } = facts
  const known = invitations.byKey.get(address.key)
  const refusal =
    addressRefusal(address, { domains: invitations.domains, known, now }) ??
    seatsRefusal(seats, invited) ??
    requestRefusal(facts, invited)
  if (!refusal) return undefined
  const { code, reason, params } = refusal
  return { code, ...(reason && { reason }), ...(params && { params }) }
}

/** The limits of the person who invites, and of the company. */
const requestRefusal = ({ now, invitations }: Facts, more: number) =>
  limitRefusal('byActor', invitations.byActor, now, more) ??
  limitRefusal('byCompany', invitations.byCompany, now, more)

function invitationOf(
  id: string,
  { typed, address, key }: EmailAddress,
  { roleId, teamIds, administrative }: Grant,
  { message, locale }: InviteRequest,
  now: Date,
) {
  const expiresAt = new Date(now.getTime() + invitationTimes.lifetime)
  const words = message?.trim()
  const text = { message: words ? words : null, locale: locale ?? null }
  return { id, email: typed, address, emailKey: key, roleId, teamIds, administrative, ...text, expiresAt }
}
