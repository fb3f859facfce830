import type { AddressCheck } from '@aicx/roster/contract'
import { parseEmailAddress } from '../../../src/contract/email-address.ts'
import type { Handler } from '../http/call.ts'
import { addressRefusal } from '../invitations/address-refusal.ts'
import { keysOf } from '../invitations/decide-invite.ts'

export const checkInvitations: Handler<'checkInvitations'> = async ({ body, place }, { store }) => {
  const { emails } = body
  const companyId = place.company.id
  const [known, { domains, now }] = await Promise.all([
    store.invitations.addresses(companyId, keysOf(emails)),
    store.invitations.settings(companyId),
  ])
  const seen = new Set<string>()
  return { results: emails.map(check) }

  function check(email: string): AddressCheck {
    const reading = parseEmailAddress(email)
    if (!reading.ok) return { email, state: 'invalid_email', params: { fault: reading.fault } }
    const { address } = reading
    if (seen.has(address.key)) return { email, state: 'duplicate_email' }
    seen.add(address.key)
    const facts = known.get(address.key)
    const refusal = addressRefusal(address, { domains, known: facts, now })
    const { invitation, userId } = facts ?? {}
    return {
      email,
      state: refusal?.code ?? 'ok',
      ...(userId && { userId }),
      ...(invitation && { invitationId: invitation.id }),
      ...(refusal?.params && { params: refusal.params }),
    }
  }
}
