import { emailLimits } from '../invitations/limits.ts'
import type { AddressFacts, InvitationFacts, Requested, SeatsRecord } from '../ports/invitations.ts'
import type { Plan } from '../ports/write.ts'
import { isPending } from '../rules/invitation-status.ts'
import { emailKey } from '../text/email-key.ts'
import { invitationRecord } from './invitation-record.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryInvitation, MemoryMail } from './memory-invitation.ts'

/** What a decision about invitations depends on. */
export function invitationFacts(
  company: MemoryCompany,
  { ids, keys, inviters = [] }: NonNullable<Plan<unknown>['invitations']>,
  actorId: string,
  now: Date,
): InvitationFacts {
  const found = ids.flatMap((id) => company.invitations.get(id) ?? [])
  const isSent = (one: MemoryInvitation) => inviters.includes(one.invitedBy) && isPending(one, now)
  const sent = inviters.length > 0 ? [...company.invitations.values()].filter(isSent) : []
  const { byActor, byCompany } = emailLimits
  return {
    byId: new Map(
      [...found, ...sent].map((invitation) => [invitation.id, invitationRecord(company, invitation)]),
    ),
    byKey: addressFacts(company, [...keys, ...found.map((invitation) => invitation.emailKey)], now),
    domains: company.domains,
    byActor: requested(company, byActor.within, now, ({ askedBy }) => askedBy === actorId),
    byCompany: requested(company, byCompany.within, now, () => true),
  }
}

/** What is known about addresses, by their keys. */
export function addressFacts(company: MemoryCompany, keys: string[], now: Date): Map<string, AddressFacts> {
  if (keys.length === 0) return new Map()
  const userIds = userIdsByKey(company)
  const open = openByKey(company)
  return new Map(
    [...new Set(keys)].map((key) => {
      const invitation = open.get(key)
      const userId = userIds.get(key) ?? null
      const user = userId === null ? undefined : company.users.get(userId)
      const role = company.catalogue.roles.find(({ id }) => id === user?.roleId)
      return [
        key,
        {
          userId,
          roleName: role?.name ?? null,
          invitation: invitation ? invitationRecord(company, invitation) : null,
          requested: requested(company, emailLimits.byRecipient.within, now, (mail) => mail.emailKey === key),
        },
      ]
    }),
  )
}

/** The invitations that have not ended, by their addresses. */
export const openByKey = ({ invitations }: MemoryCompany): Map<string, MemoryInvitation> =>
  new Map([...invitations.values()].flatMap((one) => (one.end ? [] : [[one.emailKey, one]])))

/** The seats of a company that has a limit. */
export function seatsOf(company: MemoryCompany, now: Date): SeatsRecord | null {
  const { seats, users, invitations } = company
  if (seats === null) return null
  const pending = [...invitations.values()].filter((invitation) => isPending(invitation, now)).length
  return { used: users.sorted('name').length, pending, total: seats }
}

function requested(
  { mail }: MemoryCompany,
  within: number,
  now: Date,
  matches: (mail: MemoryMail) => boolean,
): Requested {
  const times = [...mail.values()]
    .filter((one) => one.createdAt.getTime() > now.getTime() - within && matches(one))
    .map(({ createdAt }) => createdAt.getTime())
  return { count: times.length, since: times.length > 0 ? new Date(Math.min(...times)) : null }
}

/** Addresses of members, read once until someone joins or leaves: an address never changes. */
function userIdsByKey(company: MemoryCompany): Map<string, string> {
  const { membership, users } = company
  if (company.addresses?.membership === membership) return company.addresses.byKey
  const members = users.sorted('name')
  const byKey = new Map<string, string>()
  for (let index = 0; index < members.length; index++) {
    const member = members.at(index)
    if (member) byKey.set(emailKey(member.email), member.id)
  }
  company.addresses = { membership, byKey }
  return byKey
}
