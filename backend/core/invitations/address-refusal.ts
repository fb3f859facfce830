import { type DomainRules, judgeDomain } from '../../../src/contract/domain-rules.ts'
import type { EmailAddress } from '../../../src/contract/email-address.ts'
import type { AddressFacts } from '../ports/invitations.ts'
import type { Refusal } from '../ports/write.ts'
import { isPending } from '../rules/invitation-status.ts'
import { limitRefusal } from './limit-refusal.ts'

/** What the decision about an address depends on. */
export interface AddressScene {
  domains: DomainRules
  known: AddressFacts | undefined
  now: Date
}

/** Refuses a domain that is blocked, or isn't an allowed one. */
export function domainRefusal(domains: DomainRules, domain: string): Refusal | undefined {
  const verdict = judgeDomain(domains, domain)
  if (verdict.allowed) return undefined
  const { rule } = verdict
  if (rule === undefined)
    return { code: 'domain_not_allowed', reason: 'domain_not_allowed', params: { domain } }
  return { code: 'domain_blocked', reason: 'domain_blocked', params: { domain, rule } }
}

/** Why an address can't be invited: what a check reports, and what an invitation is refused for. */
export function addressRefusal({ domain }: EmailAddress, scene: AddressScene): Refusal | undefined {
  const { domains, known, now } = scene
  if (known?.userId) {
    const { userId, roleName } = known
    const params = { userId, ...(roleName !== null && { role: roleName }) }
    return { code: 'already_user', reason: 'already_user', params }
  }
  const invitation = known?.invitation
  if (invitation && isPending(invitation, now)) {
    const params = { invitationId: invitation.id, invitedAt: invitation.invitedAt.toISOString() }
    return { code: 'already_invited', reason: 'already_invited', params }
  }
  const blocked = domainRefusal(domains, domain)
  if (blocked) return blocked
  return known && limitRefusal('byRecipient', known.requested, now)
}
