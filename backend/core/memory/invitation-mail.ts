import { decideSettlement } from '../invitations/decide-settlement.ts'
import { recipientPace } from '../invitations/limits.ts'
import { lookAgainIn } from '../invitations/look-again-in.ts'
import type { InvitationMail, MailClaim } from '../ports/invitation-mail.ts'
import type { Store } from '../ports/store.ts'
import { isPending } from '../rules/invitation-status.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryInvitation, MemoryMail } from './memory-invitation.ts'

/** The outbox of the companies in memory. */
export function memoryMail(
  companies: Map<string, MemoryCompany>,
  write: Store['write'],
  now: () => Date,
  random: () => number,
): InvitationMail {
  const isWanted = ({ invitations }: MemoryCompany, email: MemoryMail, at: Date) => {
    const invitation = invitations.get(email.invitationId)
    const isQueued = email.state === 'queued' && email.generation === invitation?.generation
    return isQueued && isPending(invitation, at) ? invitation : undefined
  }

  function claimIn(company: MemoryCompany, limit: number, until: Date, at: Date): MailClaim[] {
    const due = [...company.mail.values()]
      .filter(({ state, nextTryAt }) => state === 'queued' && nextTryAt <= at)
      .filter(({ claimedUntil }) => !claimedUntil || claimedUntil <= at)
      .sort((a, b) => a.nextTryAt.getTime() - b.nextTryAt.getTime())
    const wanted = due.flatMap((email) => {
      const invitation = isWanted(company, email, at)
      if (!invitation) email.state = 'superseded'
      return invitation ? [{ email, invitation }] : []
    })
    return wanted.slice(0, limit).flatMap(({ email, invitation }) => {
      const freeAt = recipientIsFree(companies, email.emailKey, at, random)
      if (freeAt > at) {
        Object.assign(email, { nextTryAt: freeAt, isOurs: false, reason: null })
        return []
      }
      email.claimedUntil = until
      return [claimOf(company, email, invitation)]
    })
  }

  return {
    async claim(limit, forMs) {
      const at = now()
      const until = new Date(at.getTime() + forMs)
      const claims: MailClaim[] = []
      for (const company of companies.values())
        claims.push(...claimIn(company, limit - claims.length, until, at))
      return claims
    },
    async check({ companyId, id }) {
      const company = companies.get(companyId)
      const email = company?.mail.get(id)
      return Boolean(company && email && isWanted(company, email, now()))
    },
    async settle({ companyId, id }, settlement) {
      const email = companies.get(companyId)?.mail.get(id)
      if (!email || email.state === 'sent' || email.state === 'failed') return
      const { invitationId } = email
      await write(
        companyId,
        {
          id: crypto.randomUUID(),
          fingerprint: '',
          actor: { kind: 'system', id: 'mail' },
          requestId: id,
        },
        {
          userIds: [],
          invitations: { ids: [invitationId], keys: [] },
          decide: (facts) => decideSettlement(invitationId, id, settlement)(facts, []),
        },
      )
    },
  }
}

/** When the address may get another email, or may be checked again. */
function recipientIsFree(
  companies: Map<string, MemoryCompany>,
  emailKey: string,
  at: Date,
  random: () => number,
): Date {
  const { most, within } = recipientPace
  const toAddress = [...companies.values()].flatMap(({ mail }) =>
    [...mail.values()].filter((email) => email.emailKey === emailKey),
  )
  const underWay = toAddress.filter(
    ({ state, claimedUntil }) => state === 'queued' && claimedUntil && claimedUntil > at,
  )
  const sent = toAddress.flatMap(({ sentAt }) => sentAt?.getTime() ?? []).sort((a, b) => b - a)
  const freeAt = (sent[most - 1] ?? -Infinity) + within
  if (freeAt > at.getTime()) return new Date(freeAt)
  const lately = sent.filter((time) => time + within > at.getTime()).length
  return lately + underWay.length < most ? at : new Date(at.getTime() + lookAgainIn(random))
}

function claimOf(
  { catalogue, users }: MemoryCompany,
  email: MemoryMail,
  invitation: MemoryInvitation,
): MailClaim {
  const inviter = users.get(email.askedBy)
  const inviterName = inviter?.name || inviter?.email
  const { roles, teams, company } = catalogue
  const { message, locale, address, expiresAt, roleId, teamIds } = invitation
  return {
    id: email.id,
    companyId: company.id,
    companyName: company.name,
    invitationId: invitation.id,
    generation: email.generation,
    attempts: email.attempts,
    address,
    ...(inviterName && { inviterName }),
    roleName: roles.find(({ id }) => id === roleId)?.name ?? '',
    teamNames: teams.filter(({ id }) => teamIds.includes(id)).map(({ name }) => name),
    ...(message !== null && { message }),
    ...(locale !== null && { locale }),
    expiresAt,
    requestedAt: email.createdAt,
  }
}
