import { fold } from '../../../src/base/fold.ts'
import type { InvitationChange } from '../ports/write.ts'
import { openByKey } from './invitation-facts.ts'
import type { MemoryCompany } from './memory-company.ts'
import type { MemoryInvitation, MemoryMail } from './memory-invitation.ts'

/** What the changes of one write have in common. */
export interface Writing {
  actorId: string
  revision: number
  now: Date
}

/** Applies a change of an invitation. Throws if the company has no such invitation. */
export function applyInvitation(company: MemoryCompany, change: InvitationChange, writing: Writing) {
  const { actorId, revision, now } = writing
  const { invitations } = company
  if (change.kind === 'invite') {
    const { invitation } = change
    if (openByKey(company).has(invitation.emailKey)) throw new Error('The address is invited already.')
    const made: MemoryInvitation = {
      ...structuredClone(invitation),
      invitedBy: actorId,
      askedBy: actorId,
      invitedAt: now,
      askedAt: now,
      generation: 1,
      delivery: queued(),
      sentAt: null,
      end: null,
      version: String(revision),
      searchText: fold(invitation.email),
    }
    invitations.set(made.id, made)
    request(company, made, now)
    return
  }
  const invitation = invitations.get(change.invitationId)
  if (!invitation) throw new Error(`There is no invitation "${change.invitationId}".`)
  invitation.version = String(revision)
  switch (change.kind) {
    case 'change_invitation': {
      const { roleId, teamIds, administrative } = change
      Object.assign(invitation, { roleId, teamIds: [...teamIds], administrative: [...administrative] })
      break
    }
    case 'resend_invitation': {
      const { expiresAt, administrative } = change
      supersede(company, invitation)
      invitation.generation++
      const delivery = { delivery: queued(), sentAt: null }
      Object.assign(invitation, { expiresAt, administrative, askedAt: now, askedBy: actorId, ...delivery })
      request(company, invitation, now)
      break
    }
    case 'end_invitation':
      supersede(company, invitation)
      invitation.end = { as: change.as, at: now, userId: change.userId }
      break
    case 'settle_mail':
      settle(company, invitation, change, now)
  }
}

const queued = () => ({ state: 'queued' as const, reason: null, nextTryAt: null })

function request({ mail }: MemoryCompany, invitation: MemoryInvitation, now: Date) {
  const id = crypto.randomUUID()
  const { id: invitationId, generation, emailKey, askedBy } = invitation
  const email: MemoryMail = {
    ...{ id, invitationId, generation, emailKey, askedBy, createdAt: now },
    ...{
      state: 'queued',
      attempts: 0,
      nextTryAt: now,
      claimedUntil: null,
      reason: null,
      isOurs: false,
      sentAt: null,
    },
  }
  mail.set(id, email)
}

/** Mail that is still queued is not sent. */
function supersede({ mail }: MemoryCompany, { id }: MemoryInvitation) {
  for (const one of mail.values())
    if (one.invitationId === id && one.state === 'queued') one.state = 'superseded'
}

function settle(
  { mail }: MemoryCompany,
  invitation: MemoryInvitation,
  { mailId, settlement }: Extract<InvitationChange, { kind: 'settle_mail' }>,
  now: Date,
) {
  const email = mail.get(mailId)
  if (!email) return
  const isLatest = email.generation === invitation.generation
  const reason = 'reason' in settlement ? settlement.reason : null
  Object.assign(email, { claimedUntil: null, attempts: email.attempts + 1, reason })
  if (settlement.kind === 'later') {
    const nextTryAt = new Date(now.getTime() + settlement.inMs)
    Object.assign(email, { nextTryAt, isOurs: settlement.isOurs })
    if (isLatest) invitation.delivery = { state: 'queued', reason, nextTryAt }
    return
  }
  email.state = settlement.kind
  if (settlement.kind === 'sent') email.sentAt = now
  if (!isLatest || settlement.kind === 'superseded') return
  invitation.delivery = { state: settlement.kind, reason, nextTryAt: null }
  if (settlement.kind === 'sent') invitation.sentAt = now
}
